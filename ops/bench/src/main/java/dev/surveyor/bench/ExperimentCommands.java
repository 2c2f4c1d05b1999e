package dev.surveyor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What {@code bench} and {@code fault} do alike. */
final class ExperimentCommands {

    private static final int HELP_WIDTH = 100;
    static final int TIMES_MAX = 1000;
    private static final String OWN_OPTIONS = "own";
    private static final Set<String> TIMES = Set.of("--rounds", "--times");

    private ExperimentCommands() {}

    /** The command with a subcommand for each experiment that has a service line. */
    static <E extends Experiment> CommandLine of(
            Object command, Class<E> kind, Function<E, Callable<Integer>> run) {
        CommandLine commandLine = new CommandLine(command);
        for (E experiment : ServiceLoader.load(kind)) {
            CommandLine subcommand = new CommandLine(run.apply(experiment));
            subcommand
                    .getCommandSpec()
                    .addMixin(OWN_OPTIONS, CommandSpec.forAnnotatedObjectLenient(experiment));
            subcommand.setDefaultValueProvider(argument -> usual(argument, experiment));
            subcommand.getCommandSpec().usageMessage().description(experiment.summary());
            commandLine.addSubcommand(experiment.name(), subcommand);
        }
        return commandLine
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(ExperimentCommands::couldNotRun);
    }

    private static @Nullable String usual(ArgSpec argument, Experiment experiment) {
        boolean counts =
                argument instanceof OptionSpec option && TIMES.contains(option.longestName());
        return counts && experiment.timesUsual() > 0
                ? Integer.toString(experiment.timesUsual())
                : null;
    }

    /** What was given of the experiment's own options, as it was typed. */
    static String ownOptions(CommandSpec spec) {
        CommandSpec own = Objects.requireNonNull(spec.mixins().get(OWN_OPTIONS));
        return own.options().stream()
                .map(OptionSpec::longestName)
                .map(spec.commandLine().getParseResult()::matchedOption)
                .filter(Objects::nonNull)
                .map(option -> " %s %s".formatted(option.longestName(), option.<Object>getValue()))
                .collect(Collectors.joining());
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
