package dev.surveyor.eval.ask;

import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionOptions;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.sqlshape.Hardness;
import dev.surveyor.eval.terminal.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks an engine all questions and reports how many answers are right. */
@Command(
        name = "ask",
        header = "Asks an engine every question and scores its answers.",
        description =
                "%nRuns the engine's SQL for reading only and compares the rows with the gold's."
                        + " Killed at any point, the same command goes on where it stopped.%n",
        footer = {
            "",
            "Examples:",
            "  surveyor eval ask --spider DIR --engine gold          the scorer's own test: all right",
            "  surveyor eval ask --spider DIR --engine wrong-gold    and its reverse: right by chance only",
            "",
            "Accuracy leaves out golds without rows and golds whose LIMIT cuts through a tie; they are"
                    + " reported apart. What equal means: ops/eval/README.md"
        })
public final class AskMeasurement implements Measurement {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final QuestionOptions questionOptions = new QuestionOptions();

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
    private int parallel;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "Most time for an answer, and again for its SQL (default: ${DEFAULT-VALUE}).")
    private int secondsMax;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where records and summary go (default: a folder under eval-results, named after"
                            + " the engine, the questions, the dialect and the split).")
    private @Nullable Path out;

    @Option(names = "--restart", description = "Forgets what an earlier run left in the folder.")
    private boolean restart;

    @Override
    public ResultLine call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if (parallel < 1 || parallel > 64 || secondsMax < 1 || secondsMax > 3600) {
            throw new ParameterException(
                    command.commandLine(), "--parallel is 1 to 64, --seconds 1 to 3600.");
        }
        Duration timeMax = Duration.ofSeconds(secondsMax);
        QuestionSet set = questionOptions.load();
        try (Respondent respondent =
                        Respondent.open(
                                        engine,
                                        engineOptions,
                                        set,
                                        questionOptions.dialect(),
                                        timeMax)
                                .orElseThrow(() -> unknownEngine(command));
                RunFolder folder = RunFolder.open(folder(set), configuration(set), restart)) {
            askAll(set, respondent, timeMax, folder, command.commandLine().getErr());
            return report(set, folder, command.commandLine().getOut());
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

    private static ResultLine report(QuestionSet set, RunFolder folder, PrintWriter out) {
        List<Score> scores =
                set.questions().stream()
                        .map(question -> folder.scores().get(question.id()))
                        .filter(Objects::nonNull)
                        .toList();
        Summary summary = Summary.of(scores);
        folder.writeSummary(summary);
        out.print(summary.table());
        Tally all = Tally.of(scores);
        long[] millis =
                scores.stream()
                        .filter(score -> score.standing() != Standing.NO_GOLD)
                        .mapToLong(Score::millis)
                        .sorted()
                        .toArray();
        return ResultLine.empty()
                .with("questions", summary.asked())
                .with("accuracy", summary.all().accuracy())
                .with("easy", summary.accuracyOf(Hardness.EASY))
                .with("medium", summary.accuracyOf(Hardness.MEDIUM))
                .with("hard", summary.accuracyOf(Hardness.HARD))
                .with("extra", summary.accuracyOf(Hardness.EXTRA))
                .with("answered", all.answered())
                .with("clarified", all.clarified())
                .with("declined", all.declined())
                .with("failed", all.failed())
                .with("empty_gold", summary.emptyGold().questions())
                .with("tied", summary.tied().questions())
                .with("p50_ms", percentile(millis, 50))
                .with("p95_ms", percentile(millis, 95));
    }

    /** The smallest time that so many percent of the questions did not exceed. */
    private static OptionalLong percentile(long[] sorted, int percent) {
        return sorted.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(sorted[(sorted.length * percent + 99) / 100 - 1]);
    }

    private Path folder(QuestionSet set) {
        if (out != null) {
            return out;
        }
        Map<String, String> identity = set.identity();
        return Path.of(
                "eval-results",
                String.join(
                        "-", "ask", engine, set.name(), identity.get("on"), identity.get("split")));
    }

    private Map<String, String> configuration(QuestionSet set) {
        Map<String, String> configuration = new LinkedHashMap<>(set.identity());
        configuration.put("engine", engine);
        configuration.put("seconds", Integer.toString(secondsMax));
        engineOptions.forEach((name, value) -> configuration.put("set." + name, value));
        return configuration;
    }

    private ParameterException unknownEngine(CommandSpec command) {
        return new ParameterException(
                command.commandLine(),
                String.format(
                        Locale.ROOT,
                        "There is no engine \"%s\"; there are: %s.",
                        engine,
                        String.join(", ", Respondent.names())));
    }
}
