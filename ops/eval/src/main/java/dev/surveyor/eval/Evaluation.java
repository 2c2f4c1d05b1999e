package dev.surveyor.eval;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code eval WHAT}: every {@link Measurement} on the class path is a WHAT. */
@Command(
        name = "surveyor eval",
        synopsisSubcommandLabel = "WHAT",
        description = "Measures how good the answers are, on questions that others wrote.",
        footer = {
            "",
            "Every WHAT explains itself: surveyor eval WHAT --help",
            "Try the scorer first, with an engine that knows the answers:",
            "  surveyor eval ask --spider DIR --engine gold",
            "",
            "The last line of output is RESULT name=value …",
            "Exit status: 0 it ran, 1 it could not run, 2 the command line is wrong."
        })
public final class Evaluation implements Runnable {

    private static final int HELP_WIDTH = 100;

    @Spec private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on the option itself
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @SuppressWarnings("NullAway.Init") // picocli sets the field before it runs the command
    private Evaluation() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command to its end and gives its exit status. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Evaluation());
        ServiceLoader.load(Measurement.class).forEach(line::addSubcommand);
        return line.setOut(out)
                .setErr(err)
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(endingInResult(out))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof EvaluationException) {
                        err.println(failure.getMessage());
                    } else {
                        failure.printStackTrace(err);
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    private static IExecutionStrategy endingInResult(PrintWriter out) {
        return parsed -> {
            int status = new RunLast().execute(parsed);
            CommandLine last = parsed.asCommandLineList().getLast();
            if (last.getExecutionResult() instanceof ResultLine result) {
                out.println(result);
            }
            return status;
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say WHAT to measure.");
    }
}
