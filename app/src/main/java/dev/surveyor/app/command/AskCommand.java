package dev.surveyor.app.command;

import dev.surveyor.app.start.Environments;
import dev.surveyor.query.Engine;
import dev.surveyor.query.Question;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description =
                "Answers a question about a connection, or about a database that nobody saved.",
        footer = {
            "",
            "  surveyor ask Shop \"how many orders were shipped in May?\"",
            "  surveyor ask shop.db \"the five customers with the most invoices\" --csv > top.csv",
            "  surveyor ask postgresql://reader@db.example/shop --password-file secret.txt",
            "  surveyor ask Shop < questions.txt        one question a line",
            "",
            "Without a question it asks you for them: each is understood with those before it. Then",
            "  \\d lists the tables, \\d TABLE its columns, \\sql SELECT … runs SQL of your own, \\why tells",
            "  what the last answer rests on, \\q ends. Ctrl-C cancels the question, not the program.",
            "",
            "Of a connection: " + ApiOptions.EXPLAINED,
            "A database that is named by its address is surveyed first, with every row; nothing is kept. The planner",
            "needs no language model; where surveyor.llm.* names one, or Ollama answers on this machine, it is asked",
            "where the planner is not sure. What runs went through the guard.",
            "Exit status: 0 answered, 1 not (refused, failed, or a question came back), 2 the options are wrong."
        })
final class AskCommand implements Callable<Integer> {

    private static final int ROWS_MAX = 10_000;

    @Parameters(
            index = "0",
            paramLabel = "NAME|URL",
            description =
                    "A connection's name or id; or postgresql://USER@HOST:PORT/DATABASE, sqlite:FILE or just the file.")
    private String what = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "QUESTION",
            description =
                    "In plain words, in quotes. Left out: questions are read from you, or line by line from stdin.")
    private @Nullable String question;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "Who writes the SQL: auto (default; the planner, and a language model where it is not sure), planner or model.")
    private Engine engine = Engine.AUTO;

    @Option(names = "--explain", description = "Also the steps, and how long they took.")
    private boolean explain;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "100",
            description = "Most rows of an answer (default: ${DEFAULT-VALUE}, at most 10000).")
    private int rowsMax;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    /** For programs. */
    static final class Form {

        @Option(names = "--json", description = "The whole answer as one line of JSON on stdout.")
        private boolean json;

        @Option(
                names = "--csv",
                description =
                        "The rows only, as CSV (RFC 4180) on stdout; what is not a row goes to stderr.")
        private boolean csv;
    }

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Of a URL: file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Mixin private ApiOptions api = new ApiOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        check();
        try (Conversation conversation = conversation()) {
            return answer(conversation) ? 0 : Commands.FAILED;
        }
    }

    private void check() {
        if (rowsMax < 1 || rowsMax > ROWS_MAX) {
            throw wrong("--max-rows must be between 1 and 10000.");
        }
        if (question != null && (question.isBlank() || question.length() > Question.CHARS_MAX)) {
            throw wrong(
                    "The question must have between 1 and %d characters."
                            .formatted(Question.CHARS_MAX));
        }
        if (DatabaseUrl.isOne(what) && api.elsewhere()) {
            throw wrong(
                    "--server goes with the name of a connection, not with the address of a database.");
        }
        if (!DatabaseUrl.isOne(what) && passwordFile != null) {
            throw wrong(
                    "--password-file goes with the address of a database, not with the name of a connection.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Conversation conversation() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        return DatabaseUrl.isOne(what)
                ? new ThrowAwayConversation(
                        DatabaseUrl.address(what, passwordFile),
                        Environments.read(api.given()),
                        err)
                : new SavedConversation(api.open("connections:read", "questions:ask"), what);
    }

    private boolean answer(Conversation conversation) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean watched = Terminal.isThere();
        LiveSteps steps = watched ? new LiveSteps(err) : null;
        Asking asking = new Asking(engine, rowsMax, explain);
        if (question != null) {
            try (Lines none = PipedLines.none()) {
                AskDialog dialog =
                        new AskDialog(conversation, none, printer(true), out, err, asking, steps);
                dialog.ask(question);
                return dialog.allAnswered();
            }
        }
        try (Lines lines = watched ? typed(conversation, out) : piped()) {
            return new AskDialog(
                                    conversation,
                                    lines,
                                    printer(!watched),
                                    out,
                                    err,
                                    watched ? asking.withSteps() : asking,
                                    steps)
                            .run()
                    || watched;
        }
    }

    private static Lines typed(Conversation conversation, PrintWriter out) {
        out.printf(
                "Ask about %s in plain words; \\? lists what else there is, \\q ends.%n",
                Printable.of(conversation.name(), Question.CHARS_MAX));
        out.flush();
        return new TypedLines(Path.of(System.getProperty("user.home", "")));
    }

    private static Lines piped() {
        return new PipedLines(
                new InputStreamReader(
                        System.in, Charset.forName(System.getProperty("stdin.encoding", "UTF-8"))));
    }

    private AnswerPrinter printer(boolean withEvidence) {
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) {
            return answer -> {
                out.println(JsonMapper.shared().writeValueAsString(answer));
                out.flush();
            };
        }
        return form.csv
                ? new AnswerCsv(out, spec.commandLine().getErr())
                : new AnswerText(out, withEvidence);
    }
}
