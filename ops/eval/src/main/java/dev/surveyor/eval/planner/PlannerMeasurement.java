package dev.surveyor.eval.planner;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.questions.QuestionOptions;
import dev.surveyor.query.plan.choose.Weights;
import java.io.IOException;
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

/** Measures the planner, or fits its weights. */
@Command(
        name = "planner",
        header = "Measures answers without a language model, or fits what they rest on.")
public final class PlannerMeasurement implements Measurement {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final QuestionOptions questionOptions = new QuestionOptions();

    @Option(names = "--fit", description = "Fits the weights on the questions and writes them.")
    private boolean fit;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "1",
            description = "Every Nth question only (default: ${DEFAULT-VALUE}).")
    private int sample = 1;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Where fitted weights go.")
    private Path weightsFile =
            Path.of(
                    "query-api/src/main/resources/dev/surveyor/query/plan/choose/weights.gz");

    @Override
    public ResultLine call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (fit) {
            Weights weights =
                    new PlannerFit(questionOptions.load(), new Lookups(), out).fit(sample);
            try (OutputStream file = Files.newOutputStream(weightsFile)) {
                weights.write(file);
            } catch (IOException e) {
                throw new EvaluationException("Cannot write " + weightsFile + ": " + e, e);
            }
        }
        return ResultLine.empty();
    }
}
