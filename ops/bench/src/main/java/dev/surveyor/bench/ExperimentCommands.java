package dev.surveyor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What {@code bench} and {@code fault} do alike. */
final class ExperimentCommands {

    private static final int HELP_WIDTH = 100;
    static final int TIMES_MAX = 1000;

    private ExperimentCommands() {}

    /** The command with a subcommand for each experiment that has a service line. */
    static <E extends Experiment> CommandLine of(
            Object command, Class<E> kind, Function<E, Callable<Integer>> run) {
        CommandLine commandLine = new CommandLine(command);
        for (E experiment : ServiceLoader.load(kind)) {
            CommandLine subcommand = new CommandLine(run.apply(experiment));
            subcommand.getCommandSpec().usageMessage().description(experiment.summary());
            commandLine.addSubcommand(experiment.name(), subcommand);
        }
        return commandLine
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(ExperimentCommands::couldNotRun);
    }

    /** The checkout, as the launcher says it. */
    static Path home() {
        return Path.of(System.getProperty("surveyor.home", "")).toAbsolutePath();
    }

    static Path folder() {
        return home().resolve("ops/bench");
    }

    static void requireTimes(CommandSpec spec, String option, int times, int timesMax) {
        if (times < 1 || times > timesMax) {
            throw new ParameterException(
                    spec.commandLine(), "%s must be between 1 and %d.".formatted(option, timesMax));
        }
    }

    static void tell(CommandSpec spec, Experiment experiment, Result result) throws IOException {
        new ResultFolder(folder().resolve("results")).keep(experiment.name(), result);
        spec.commandLine().getOut().print(result.text());
        spec.commandLine().getOut().flush();
    }

    /** One sentence for what a person can mend; the whole trace for what is our mistake. */
    private static int couldNotRun(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (!(failure instanceof IOException)) {
            throw failure;
        }
        command.getErr()
                .println(
                        command.getCommandSpec().qualifiedName()
                                + " could not run: "
                                + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
