package dev.surveyor.app.command;

import dev.surveyor.app.start.KnownFailures;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.RunSink;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Question after question, with commands between them. */
final class AskDialog {

    static final String COMMANDS =
            """
              \\d          the tables; \\d TABLE its columns
              \\sql SELECT …  runs SQL of your own through the guard; \\sql shows the last answer's
              \\why        what the last answer rests on, and its steps
              \\?          this list
              \\q          ends; Ctrl-C cancels a question that is being answered
            """;

    private static final int SENTENCE_CHARS_MAX = 1_000;

    private final Conversation conversation;
    private final Lines lines;
    private final AnswerPrinter printer;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Asking asking;
    private final @Nullable LiveSteps steps;
    private @Nullable Answer last;
    private boolean allAnswered = true;

    /**
     * @param steps shows them to who waits; null: nobody does
     */
    AskDialog(
            Conversation conversation,
            Lines lines,
            AnswerPrinter printer,
            PrintWriter out,
            PrintWriter err,
            Asking asking,
            @Nullable LiveSteps steps) {
        this.conversation = conversation;
        this.lines = lines;
        this.printer = printer;
        this.out = out;
        this.err = err;
        this.asking = asking;
        this.steps = steps;
    }

    /** Until there are no more lines; whether all was answered. */
    boolean run() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            String said = line.strip();
            if (said.equals("\\q")) {
                break;
            }
            if (!said.isEmpty()) {
                try {
                    take(said);
                } catch (RuntimeException failure) {
                    tell(failure);
                }
            }
        }
        return allAnswered;
    }

    /** One that people can mend ends the question only. */
    private void tell(RuntimeException failure) {
        String sentence = KnownFailures.sentence(failure).orElseThrow(() -> failure);
        allAnswered = false;
        if (steps != null) {
            steps.end();
        }
        err.println("surveyor: " + Printable.of(sentence, SENTENCE_CHARS_MAX));
        err.flush();
    }

    private void take(String said) {
        if (!said.startsWith("\\")) {
            ask(said);
            return;
        }
        String[] words = said.split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        switch (words[0]) {
            case "\\d" -> describe(rest);
            case "\\sql" -> run(rest);
            case "\\why" -> why();
            case "\\?", "\\h", "\\help" -> out.print(COMMANDS);
            default ->
                    err.println(
                            "There is no %s here; \\? lists what there is."
                                    .formatted(Printable.of(words[0], SENTENCE_CHARS_MAX)));
        }
        out.flush();
        err.flush();
    }

    /** Also of a command that asks one question only. */
    void ask(String question) {
        RunSink events = steps == null ? event -> {} : steps;
        answered(cancellation -> conversation.ask(question, asking, events, cancellation));
    }

    private void run(String sql) {
        Answer before = last;
        if (!sql.isEmpty()) {
            answered(cancellation -> conversation.run(sql, asking.rowsMax(), cancellation));
        } else if (before == null || before.sql().isEmpty()) {
            out.println("No SQL ran yet: \\sql SELECT … runs some.");
        } else {
            out.println(before.sql());
        }
    }

    private void answered(Function<Cancellation, Answer> work) {
        Cancellation cancellation = new Cancellation();
        Answer answer = lines.during(cancellation, () -> work.apply(cancellation));
        if (steps != null) {
            steps.end();
        }
        last = answer;
        allAnswered &= isAnswered(answer);
        printer.print(answer);
    }

    private static boolean isAnswered(Answer answer) {
        return answer.kind() == AnswerKind.ANSWER || answer.kind() == AnswerKind.CONVERSATION;
    }

    boolean allAnswered() {
        return allAnswered;
    }

    private void describe(String named) {
        List<TableSketch> tables = conversation.tables(named);
        TablesText text = new TablesText(out);
        if (tables.isEmpty()) {
            out.println(
                    named.isEmpty()
                            ? "There are no tables."
                            : "There is no table called %s: \\d lists them."
                                    .formatted(Printable.of(named, SENTENCE_CHARS_MAX)));
        } else if (named.isEmpty()) {
            text.list(tables);
        } else {
            tables.forEach(text::columns);
        }
    }

    private void why() {
        Answer before = last;
        if (before == null) {
            out.println("Nothing was answered yet.");
        } else if (before.evidence().engine().isEmpty() && before.steps().isEmpty()) {
            out.println("The last answer rests on nothing that could be shown.");
        } else {
            new EvidenceText(out).print(before);
        }
    }
}
