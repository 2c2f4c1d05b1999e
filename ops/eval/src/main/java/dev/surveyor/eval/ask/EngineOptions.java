package dev.surveyor.eval.ask;

import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
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
            required = true,
            paramLabel = "NAME",
            description = "Who answers: gold, wrong-gold, or an engine on the class path.")
    private String engine = "";

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
        if (!Respondent.names().contains(engine)) {
            throw wrong(
                    String.format(
                            Locale.ROOT,
                            "There is no engine \"%s\"; there are: %s.",
                            engine,
                            String.join(", ", Respondent.names())));
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
        try (Respondent respondent =
                        Respondent.open(engine, engineOptions, set, dialect, timeMax)
                                .orElseThrow(() -> new IllegalStateException(engine));
                RunFolder folder = RunFolder.open(folder(what, set), configuration(set), restart)) {
            askAll(set, respondent, timeMax, folder, command().commandLine().getErr());
            Asked asked = Asked.of(set, folder.scores());
            Summary summary = asked.summary();
            folder.writeSummary(summary);
            command().commandLine().getOut().print(summary.table());
            return asked;
        }
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
                        "-", what, engine, set.name(), identity.get("on"), identity.get("split")));
    }

    private Map<String, String> configuration(QuestionSet set) {
        Map<String, String> configuration = new LinkedHashMap<>(set.identity());
        configuration.put("engine", engine);
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
