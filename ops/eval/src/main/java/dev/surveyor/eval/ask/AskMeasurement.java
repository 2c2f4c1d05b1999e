package dev.surveyor.eval.ask;

import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.questions.QuestionOptions;
import dev.surveyor.eval.sqlshape.Hardness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin private final QuestionOptions questionOptions = new QuestionOptions();

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Override
    public ResultLine call() {
        engineOptions.check();
        Asked asked = engineOptions.ask("ask", questionOptions.load(), questionOptions.dialect());
        Summary summary = asked.summary();
        Tally all = Tally.of(asked.scores());
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
                .with("p50_ms", asked.percentileMillis(50))
                .with("p95_ms", asked.percentileMillis(95));
    }
}
