package dev.surveyor.eval.golden;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.ask.Asked;
import dev.surveyor.eval.ask.EngineOptions;
import dev.surveyor.eval.databases.Execution;
import dev.surveyor.eval.databases.Lane;
import dev.surveyor.eval.databases.ScratchPostgres;
import dev.surveyor.eval.questions.BundledQuestions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks an engine the demo shop's questions, those that nothing in it can answer among them. */
@Command(
        name = "golden",
        header = "Asks an engine the demo shop's golden questions.",
        description =
                "%nStarts a PostgreSQL server of our own and loads the shop, unless they are there"
                        + " already. Asks and scores as eval ask does, and goes on where a run was"
                        + " killed.%n",
        footer = {
            "",
            "Examples:",
            "  surveyor eval golden --engine gold          the questions' own test: all right",
            "  surveyor eval golden --engine wrong-gold    and its reverse",
            "",
            "RESULT: golden: questions with an answer that were answered right; golden_declined:"
                    + " questions without one that were declined, or asked back about. Both in"
                    + " percent."
        })
public final class GoldenMeasurement implements Measurement {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description =
                    "JDBC address of a database that holds the shop already, with the user and"
                            + " password of its reader (default: a server of our own).")
    private @Nullable String postgres;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description =
                    "Where the server of our own is kept, for one command at a time (default:"
                            + " eval-results/postgres).")
    private Path scratch = ScratchPostgres.FOLDER;

    @Override
    public ResultLine call() {
        engineOptions.check();
        BundledQuestions questions = BundledQuestions.beside(GoldenMeasurement.class, "shop");
        Asked asked = engineOptions.ask("golden", questions.on(shop()), Dialect.POSTGRES);
        GoldenFigures figures = GoldenFigures.of(questions.questions(), asked.scores());
        return ResultLine.empty()
                .withPercent("golden", figures.rightShare(), 1)
                .withPercent("golden_declined", figures.declinedShare(), 1)
                .with("questions", asked.scores().size())
                .with("failed", figures.failed())
                .with("p50_ms", asked.percentileMillis(50))
                .with("p95_ms", asked.percentileMillis(95));
    }

    private Access shop() {
        if (postgres == null) {
            PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
            return ScratchPostgres.start(scratch).shop(err::println);
        }
        Access access = new Access(Dialect.POSTGRES, postgres, null);
        try (Lane lane = new Lane()) {
            if (lane.run(access, "SELECT order_id FROM sales.orders LIMIT 1", 1, FIRST_LOOK)
                    instanceof Execution.Broke(String reason)) {
                throw new EvaluationException(
                        "The database of --postgres does not show the demo shop: "
                                + reason
                                + ". Give its address with ?user=…&password=…, or leave --postgres"
                                + " out.");
            }
        }
        return access;
    }
}
