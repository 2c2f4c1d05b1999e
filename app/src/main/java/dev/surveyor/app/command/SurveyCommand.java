package dev.surveyor.app.command;

import dev.surveyor.app.start.Environments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "survey",
        mixinStandardHelpOptions = true,
        description =
                "Surveys a connection and publishes what it found, or a database that nobody saved.",
        footer = {
            "",
            "  surveyor survey Shop            what is new or changed",
            "  surveyor survey Shop --full --schemas sales,crm",
            "  surveyor survey Shop --dry-run  what it would read",
            "  surveyor survey postgresql://reader@db.example/shop --password-file secret.txt",
            "  surveyor survey shop.db --json > insights.jsonl",
            "",
            ApiOptions.EXPLAINED,
            "Stopping this command does not stop a server's survey. A database that is named by its address is read",
            "with every row, in transactions that cannot write; nothing is kept. Exit status: 0 the survey is",
            "complete (tables that failed are listed), 1 it is not."
        })
final class SurveyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME|URL",
            description =
                    "A connection's name or id; or postgresql://USER@HOST:PORT/DATABASE, sqlite:FILE or just the file.")
    private String what = "";

    @Option(names = "--full", description = "Every table, also those that have not changed.")
    private boolean full;

    @Option(
            names = "--schemas",
            split = ",",
            paramLabel = "NAME",
            description = "Only these; the rest is taken from the newest edition.")
    private List<String> schemas = List.of();

    @Option(
            names = "--dry-run",
            description = "Says what would be read and how long it would take.")
    private boolean dryRun;

    @Option(
            names = "--profile-only",
            description = "Of a URL: measures, makes no documents and infers no relations.")
    private boolean profileOnly;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Of a URL: file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--json",
            description =
                    "The summary, or of a URL what is known of each table, as JSON on stdout.")
    private boolean json;

    @Mixin private ApiOptions api = new ApiOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        return DatabaseUrl.isOne(what) ? ofUrl() : ofConnection();
    }

    private int ofUrl() throws IOException {
        refuse(
                "goes with the name of a connection: a database that is named by its address is surveyed whole",
                Stream.of(
                        full ? "--full" : "",
                        dryRun ? "--dry-run" : "",
                        schemas.isEmpty() ? "" : "--schemas"));
        Environments.holdLogging();
        return new ThrowAwaySurvey(spec.commandLine().getOut(), spec.commandLine().getErr(), json)
                .run(DatabaseUrl.address(what, passwordFile), profileOnly);
    }

    private int ofConnection() {
        refuse(
                "goes with the address of a database, not with the name of a connection",
                Stream.of(
                        profileOnly ? "--profile-only" : "",
                        passwordFile == null ? "" : "--password-file"));
        try (RunningApi running = api.open("connections:read", "surveys:read", "surveys:run")) {
            SavedSurvey survey =
                    new SavedSurvey(
                            running,
                            what,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr(),
                            json);
            return dryRun ? survey.forecast(full, schemas) : survey.run(full, schemas);
        }
    }

    private void refuse(String why, Stream<String> options) {
        options.filter(option -> !option.isEmpty())
                .findFirst()
                .ifPresent(option -> {
                    throw new ParameterException(spec.commandLine(), option + " " + why + ".");
                });
    }
}
