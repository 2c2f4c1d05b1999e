package dev.surveyor.eval.planner;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.questions.QuestionOptions;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.query.Planner;
import dev.surveyor.query.plan.choose.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the planner, or fits what it rests on. */
@Command(
        name = "planner",
        header = "Measures answers without a language model, or fits what they rest on.",
        description =
                "%nSurveys each database in this process, plans each question, judges the statement"
                        + " by the guard, runs it and compares rows. Golds without rows or tied"
                        + " under their LIMIT are left out; declined and clarified count as wrong.%n",
        footer = {
            "",
            "Examples:",
            "  surveyor eval planner --spider DIR --split report",
            "  surveyor eval planner --spider DIR --split report --wrong-database",
            "  surveyor eval planner --spider DIR --split report --on postgres",
            "  surveyor eval planner --spider DIR --fit"
        })
public final class PlannerMeasurement implements Measurement {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final QuestionOptions questionOptions = new QuestionOptions();

    @Option(
            names = "--wrong-database",
            description = "Asks each question of the next database of the split instead.")
    private boolean wrongDatabase;

    @Option(
            names = "--fit",
            description =
                    "Fits the weights: reading and ranking on the fit split, confidence on the"
                            + " calibrate split.")
    private boolean fit;

    @Option(
            names = "--only-confidence",
            description = "With --fit: keeps reading and ranking as they are.")
    private boolean onlyConfidence;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "1",
            description = "Every Nth question only (default: ${DEFAULT-VALUE}).")
    private int sample = 1;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Where fitted weights go, or are read from (default: the planner's own).")
    private @Nullable Path weights;

    @Option(
            names = "--failures",
            paramLabel = "FILE",
            description = "Where wrong answers go, with what would have been right.")
    private @Nullable Path failures;

    @Override
    public ResultLine call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (fit) {
            write(fitted(out));
            return ResultLine.empty();
        }
        PlannerFigures figures =
                new PlannerFigures(
                        new PlannerAnswers(new Planner(weights()), new Lookups()),
                        questionOptions.load(),
                        questionOptions.dialect(),
                        sample);
        return wrongDatabase ? figures.wrongDatabase(out) : figures.right(out, failures);
    }

    private Weights fitted(PrintWriter out) {
        QuestionSet set = questionOptions.load();
        Lookups lookups = new Lookups();
        return onlyConfidence
                ? new SurenessFit(set, lookups, out).fit(weights(), sample)
                : new PlannerFit(set, lookups, out, failures).fit(sample);
    }

    private Weights weights() {
        if (weights == null) {
            return Weights.bundled();
        }
        try (InputStream file = Files.newInputStream(weights)) {
            return Weights.read(file);
        } catch (IOException e) {
            throw new EvaluationException("Cannot read " + weights + ": " + e, e);
        }
    }

    private void write(Weights fitted) {
        Path file =
                weights == null
                        ? Path.of(
                                "query-api/src/main/resources/dev/surveyor/query/plan/choose/weights.gz")
                        : weights;
        try (OutputStream stream = Files.newOutputStream(file)) {
            fitted.write(stream);
        } catch (IOException e) {
            throw new EvaluationException("Cannot write " + file + ": " + e, e);
        }
    }
}
