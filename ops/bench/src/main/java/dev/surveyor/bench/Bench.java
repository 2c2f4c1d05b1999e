package dev.surveyor.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code surveyor bench}: a subcommand for each benchmark that is found, and the table of all. */
@Command(
        name = "surveyor bench",
        synopsisSubcommandLabel = "WHAT",
        description =
                "Measures how fast Surveyor is, each thing beside a named other way of doing it.",
        footer = {
            "",
            "Prints a table and one line 'RESULT name=value …'; keeps both under ops/bench/results.",
            "Exit status: 0 it ran, 1 it could not run, 2 the command line is wrong."
        })
public final class Bench {

    /**
     * Where a benchmark works.
     *
     * @param home the checkout
     * @param rounds how often each thing is measured
     * @param progress for telling what is going on
     */
    public record Workplace(Path home, int rounds, PrintStream progress) {}

    @SuppressWarnings("UnusedVariable") // picocli acts on the option itself
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return ExperimentCommands.of(new Bench(), Benchmark.class, Measurement::new)
                .addSubcommand(new TableCommand());
    }

    /** One run of one benchmark. */
    @Command
    private static final class Measurement implements Callable<Integer> {

        private final Benchmark benchmark;

        @Spec private CommandSpec spec;

        @Option(
                names = "--rounds",
                paramLabel = "N",
                defaultValue = "5",
                description = "How often each thing is measured (default: ${DEFAULT-VALUE}).")
        private int rounds;

        @SuppressWarnings("NullAway.Init") // picocli sets the field before it runs the command
        Measurement(Benchmark benchmark) {
            this.benchmark = benchmark;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            ExperimentCommands.requireTimes(spec, "--rounds", rounds, ExperimentCommands.TIMES_MAX);
            Path home = ExperimentCommands.home();
            Report report = benchmark.run(new Workplace(home, rounds, System.err));
            String command =
                    "bench %s --rounds %d%s"
                            .formatted(
                                    benchmark.name(), rounds, ExperimentCommands.ownOptions(spec));
            ExperimentCommands.tell(spec, benchmark, Result.now(command, report));
            return 0;
        }
    }
}
