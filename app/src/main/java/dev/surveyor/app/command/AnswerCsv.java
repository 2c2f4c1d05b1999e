package dev.surveyor.app.command;

import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.AnswerKind;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows only, as RFC 4180 wants them, an empty line between answers; what else is to be said goes
 * where errors go.
 */
final class AnswerCsv implements AnswerPrinter {

    private static final String LINE_END = "\r\n";
    private static final int SENTENCE_CHARS_MAX = 2_000;

    private final PrintWriter out;
    private final PrintWriter err;
    private boolean printed;

    AnswerCsv(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void print(Answer answer) {
        if (!answer.columns().isEmpty()) {
            if (printed) {
                out.print(LINE_END);
            }
            printed = true;
            line(answer.columns().stream().map(AnswerColumn::name).toList());
            answer.rows().forEach(this::line);
        }
        out.flush();
        boolean toBeTold =
                answer.kind() != AnswerKind.ANSWER
                        || answer.columns().isEmpty()
                        || answer.truncated()
                        || !answer.evidence().unaccounted().isEmpty();
        if (toBeTold) {
            err.println(Printable.of(answer.response(), SENTENCE_CHARS_MAX));
            err.flush();
        }
    }

    private void line(List<? extends @Nullable Object> cells) {
        out.print(
                cells.stream().map(AnswerCsv::quoted).collect(Collectors.joining(",")) + LINE_END);
    }

    private static String quoted(@Nullable Object cell) {
        String text = CellText.of(cell, "");
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
