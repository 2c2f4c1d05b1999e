package dev.surveyor.app.command;

import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer for people: what to say, the rows as a table, the SQL, what it rests on. */
final class AnswerText implements AnswerPrinter {

    private static final int LINE_CHARS_MAX = 1_000;
    private static final int LINES_MAX = 500;
    private static final int CELL_CHARS_MAX = 60;
    private static final String MISSING = "null";

    private final PrintWriter out;
    private final boolean withEvidence;
    private boolean printed;

    /**
     * @param withEvidence whether all that it rests on is shown at once, not just how sure it is
     */
    AnswerText(PrintWriter out, boolean withEvidence) {
        this.out = out;
        this.withEvidence = withEvidence;
    }

    @Override
    public void print(Answer answer) {
        if (printed) {
            out.println();
        }
        printed = true;
        lines(answer.response(), "");
        rows(answer);
        answer.observations()
                .forEach(
                        each -> out.println("  ! " + Printable.of(each.message(), LINE_CHARS_MAX)));
        if (!answer.sql().isEmpty()) {
            out.println();
            out.println("SQL");
            lines(answer.sql(), "  ");
        }
        if (withEvidence) {
            new EvidenceText(out).print(answer);
        } else {
            EvidenceText.inShort(answer).ifPresent(out::println);
        }
        if (!answer.suggestions().isEmpty()) {
            out.println();
            out.println("You could ask");
            answer.suggestions()
                    .forEach(each -> out.println("  " + Printable.of(each, LINE_CHARS_MAX)));
        }
        out.flush();
    }

    private void lines(String text, String indent) {
        text.lines()
                .limit(LINES_MAX)
                .forEach(line -> out.println(indent + Printable.of(line, LINE_CHARS_MAX)));
    }

    private void rows(Answer answer) {
        if (answer.columns().isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(answer.columns().stream().map(AnswerText::head).toList());
        for (List<@Nullable Object> row : answer.rows()) {
            lines.add(row.stream().map(AnswerText::cell).toList());
        }
        TextTable table = new TextTable();
        for (int line = 0; line < lines.size(); line++) {
            table.add(aligned(answer, lines, line));
            if (line == 0) {
                table.add(rule(lines));
            }
        }
        out.println();
        out.print(table);
    }

    private static String head(AnswerColumn column) {
        return Printable.of(column.name(), CELL_CHARS_MAX);
    }

    private static String cell(@Nullable Object value) {
        return Printable.of(CellText.of(value, MISSING), CELL_CHARS_MAX);
    }

    /** Numbers stand under each other by their ends. */
    private static List<String> aligned(Answer answer, List<List<String>> lines, int line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            String cell = lines.get(line).get(i);
            cells.add(
                    isNumber(answer, i)
                            ? " ".repeat(width(lines, i) - cell.length()) + cell
                            : cell);
        }
        return cells;
    }

    private static boolean isNumber(Answer answer, int column) {
        return answer.rows().stream()
                .map(row -> row.get(column))
                .allMatch(value -> value == null || value instanceof Number);
    }

    private static List<String> rule(List<List<String>> lines) {
        List<String> rule = new ArrayList<>();
        for (int i = 0; i < lines.getFirst().size(); i++) {
            rule.add("-".repeat(width(lines, i)));
        }
        return rule;
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }
}
