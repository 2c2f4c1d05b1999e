package dev.surveyor.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code surveyor fault}: a subcommand for each way to do harm that is found. */
@Command(
        name = "surveyor fault",
        synopsisSubcommandLabel = "WHAT",
        description =
                "Does harm to a Surveyor of its own, again and again, and tells what was lost.",
        footer = {
            "",
            "Works on this machine only, on data of its own under ops/bench/target. The same seed does the",
            "same harm again. Leave the sources alone meanwhile: a start would build first.",
            "",
            "Prints a table, what was lost, and one line 'RESULT name=value …'; keeps all of it under",
            "ops/bench/results. Exit status: 0 it ran; 1 it could not run; 2 the command line is wrong;",
            "3 it ran, and something is wrong that must not be (http, kill-access)."
        })
public final class Fault {

    private static final int SEED_MAX = 1_000_000;
    private static final int HARMED = 3;

    /**
     * Where harm is done.
     *
     * @param home the checkout
     * @param times how often
     * @param seed what every random choice follows from
     * @param progress for telling what is going on
     */
    public record Workplace(Path home, int times, long seed, PrintStream progress) {}

    @SuppressWarnings("UnusedVariable") // picocli acts on the option itself
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    private Fault() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return ExperimentCommands.of(new Fault(), FaultExperiment.class, Harm::new);
    }

    /** One run of one experiment. */
    @Command
    private static final class Harm implements Callable<Integer> {

        private final FaultExperiment experiment;

        @Spec private CommandSpec spec;

        @Option(
                names = "--times",
                paramLabel = "N",
                defaultValue = "20",
                description = "How often harm is done (default: ${DEFAULT-VALUE}).")
        private int times;

        @Option(
                names = "--seed",
                paramLabel = "S",
                description =
                        "Does what another run with this seed did (default: a new one, printed).")
        private @Nullable Long seed;

        @SuppressWarnings("NullAway.Init") // picocli sets the field before it runs the command
        Harm(FaultExperiment experiment) {
            this.experiment = experiment;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            ExperimentCommands.requireTimes(spec, "--times", times, experiment.timesMax());
            long chosen = seed == null ? ThreadLocalRandom.current().nextInt(SEED_MAX) : seed;
            String command =
                    "fault %s --times %d --seed %d%s"
                            .formatted(
                                    experiment.name(),
                                    times,
                                    chosen,
                                    ExperimentCommands.ownOptions(spec));
            // At once: a run that dies half way can be repeated too.
            System.err.println(command);
            Path home = ExperimentCommands.home();
            Report report = experiment.run(new Workplace(home, times, chosen, System.err));
            ExperimentCommands.tell(spec, experiment, Result.now(command, report));
            return report.allZero(experiment.zeros()) ? 0 : HARMED;
        }
    }
}
