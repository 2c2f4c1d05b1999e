package dev.surveyor.eval.ask;

import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.server.ServerEngine;
import dev.surveyor.eval.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that say which engine answers, within what limits, and where the run is kept; shared
 * by the measurements that ask an engine.
 */
public final class EngineOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "Who answers: gold, wrong-gold, or an engine on the class path; with --server"
                            + " auto (the default there), planner or model.")
    private String engine = "";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "Asks a running server instead, such as http://127.0.0.1:8080, in the name of the"
                            + " API key in SURVEYOR_API_KEY. Its connections are called as the"
                            + " questions call their databases.")
    private @Nullable String server;

    @Option(
            names = "--connect",
            description =
                    "Saves connections that are missing on that server, and surveys them first.")
    private boolean connect;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "An option of the engine's own; may be repeated.")
    private final Map<String, String> engineOptions = new LinkedHashMap<>();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "2",
            description = "Questions asked at once (default: ${DEFAULT-VALUE}).")
    private int parallel = 2;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "Most time for an answer, and again for its SQL (default: ${DEFAULT-VALUE}).")
    private int secondsMax = 60;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where records and summary go (default: a folder under eval-results, named after"
                            + " the engine, the questions, the dialect and the split).")
    private @Nullable Path out;

    @Option(names = "--restart", description = "Forgets what an earlier run left in the folder.")
    private boolean restart;

    /**
     * Checks what the command line gave, for measurements that prepare much before they ask.
     *
     * @throws ParameterException where a limit is none or nobody provides the engine
     */
    public void check() {
        if (parallel < 1 || parallel > 64 || secondsMax < 1 || secondsMax > 3600) {
            throw wrong("--parallel is 1 to 64, --seconds 1 to 3600.");
        }
        if (server != null) {
            checkServer();
            return;
        }
        if (connect) {
            throw wrong("--connect goes with --server.");
        }
        if (engine.isEmpty()) {
            throw wrong("Say who answers: --engine NAME or --server URL.");
        }
        if (!Respondent.names().contains(engine)) {
            throw wrong(
                    String.format(
                            Locale.ROOT,
                            "There is no engine \"%s\"; there are: %s.",
                            engine,
                            String.join(", ", Respondent.names())));
        }
    }

    private void checkServer() {
        if (engine.isEmpty()) {
            engine = ServerEngine.WAYS.getFirst();
        }
        if (!ServerEngine.WAYS.contains(engine)) {
            throw wrong(
                    "A server answers with --engine " + String.join(", ", ServerEngine.WAYS) + ".");
        }
        if (!engineOptions.isEmpty()) {
            throw wrong("--set is for engines that run here, not for --server.");
        }
    }

    /**
     * Asks what an earlier run did not, writes records and summary to the run's folder and the
     * summary's table to the command's output. {@link #check()} comes before.
     *
     * @param what the measurement's name, for the folder's
     */
    public Asked ask(String what, QuestionSet set, Dialect dialect) {
        Duration timeMax = Duration.ofSeconds(secondsMax);
        try (Respondent respondent = respondent(set, dialect, timeMax);
                RunFolder folder = RunFolder.open(folder(what, set), configuration(set), restart)) {
            askAll(set, respondent, timeMax, folder, command().commandLine().getErr());
            Asked asked = Asked.of(set, folder.scores());
            Summary summary = asked.summary();
            folder.writeSummary(summary);
            command().commandLine().getOut().print(summary.table());
            return asked;
        }
    }

    private Respondent respondent(QuestionSet set, Dialect dialect, Duration timeMax) {
        if (server != null) {
            return new Respondent.Blind(
                    ServerEngine.at(
                            server,
                            System.getenv(ServerEngine.KEY_VARIABLE),
                            engine,
                            connect,
                            timeMax),
                    timeMax);
        }
        return Respondent.open(engine, engineOptions, set, dialect, timeMax)
                .orElseThrow(() -> new IllegalStateException(engine));
    }

    private void askAll(
            QuestionSet set,
            Respondent respondent,
            Duration timeMax,
            RunFolder folder,
            PrintWriter err) {
        List<Question> left =
                set.questions().stream()
                        .filter(question -> !folder.scores().containsKey(question.id()))
                        .toList();
        int all = set.questions().size();
        if (left.size() < all) {
            err.println(
                    (all - left.size())
                            + " of "
                            + all
                            + " were asked before; --restart asks them again.");
        }
        try (Progress progress = new Progress(err, "asked", all - left.size(), all)) {
            Workers.run(
                    left, parallel, () -> new Asker(respondent, set, timeMax, folder, progress));
        }
    }

    private Path folder(String what, QuestionSet set) {
        if (out != null) {
            return out;
        }
        Map<String, String> identity = set.identity();
        return Path.of(
                "eval-results",
                String.join(
                        "-",
                        what,
                        server == null ? engine : "server-" + engine,
                        set.name(),
                        identity.get("on"),
                        identity.get("split")));
    }

    private Map<String, String> configuration(QuestionSet set) {
        Map<String, String> configuration = new LinkedHashMap<>(set.identity());
        configuration.put("engine", engine);
        if (server != null) {
            configuration.put("server", server);
        }
        configuration.put("seconds", Integer.toString(secondsMax));
        engineOptions.forEach((name, value) -> configuration.put("set." + name, value));
        return configuration;
    }

    private CommandSpec command() {
        return Objects.requireNonNull(mixee);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command().commandLine(), message);
    }
}
