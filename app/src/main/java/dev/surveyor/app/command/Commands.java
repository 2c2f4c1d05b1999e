package dev.surveyor.app.command;

import dev.surveyor.app.settings.Build;
import dev.surveyor.app.start.KnownFailures;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's first word and what may follow it. */
@Command(
        name = "surveyor",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Surveys your databases at night and answers questions about them by day.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ConfigCommand.class,
            InspectCommand.class,
            SurveyCommand.class,
            AskCommand.class,
            EditionCommand.class,
            IndexCommand.class,
            GuardCommand.class,
            KeysCommand.class,
            WarmUpCommand.class
        },
        footer = {
            "",
            "Begin with 'surveyor demo': it starts everything on this machine, with a database to look at.",
            "'surveyor COMMAND --help' explains a command. In a checkout, './surveyor test', './surveyor bench'",
            "and './surveyor mvn' build, measure and run Maven with the right Java."
        })
public final class Commands implements Runnable {

    /** Exit code of a command that goes on in its own threads: the process must not be ended. */
    public static final int KEEPS_RUNNING = -1;

    static final int FAILED = 1;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Runs what the arguments say and returns the exit code. */
    public static int run(String[] arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Commands::tell)
                .setParameterExceptionHandler(Commands::teach);
    }

    /**
     * Always with the usage: a guess at what was meant is no help to who does not know what there
     * is.
     */
    private static int teach(ParameterException mistake, String[] arguments) {
        CommandLine commandLine = mistake.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println("surveyor: " + mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, err);
        commandLine.usage(err);
        return commandLine.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int tell(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        String sentence = KnownFailures.sentence(failure).orElseThrow(() -> failure);
        commandLine.getErr().println("surveyor: " + sentence);
        return FAILED;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** The build's version and the Java that runs it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "Surveyor %s (Java %s)"
                        .formatted(Build.version(), System.getProperty("java.version"))
            };
        }
    }
}
