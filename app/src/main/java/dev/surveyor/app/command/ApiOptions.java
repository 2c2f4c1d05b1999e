package dev.surveyor.app.command;

import dev.surveyor.access.FirstAdmin;
import dev.surveyor.app.settings.Settings;
import dev.surveyor.app.start.DataFolder;
import dev.surveyor.app.start.Environments;
import dev.surveyor.app.start.HttpPort;
import dev.surveyor.app.start.ProcessNote;
import dev.surveyor.app.start.RunningServer;
import dev.surveyor.app.start.Server;
import dev.surveyor.app.start.StartException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that ask the process which holds a data folder. */
final class ApiOptions {

    /** What the help says of them. */
    static final String EXPLAINED =
            "Asks the server that holds the data folder. Where none runs, the folder is opened for as long as this takes.";

    private static final String HERE = "127.0.0.1";

    @Mixin private SettingOptions options = new SettingOptions();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "A server elsewhere, such as https://surveyor.example; the API key in SURVEYOR_API_KEY opens it.")
    private @Nullable String server;

    /** The settings of the command line, by property name. */
    Map<String, String> given() {
        return options.given();
    }

    /** Whether a server elsewhere was named. */
    boolean elsewhere() {
        return server != null;
    }

    /**
     * The API of a server that runs, or else of this process, which holds the data folder from then
     * on until it ends. Who may read the folder needs no key: it has all that is secret.
     *
     * @param scopes that a key for another machine's server needs
     */
    RunningApi open(String... scopes) {
        String key = System.getenv(RunningApi.KEY_VARIABLE);
        if (server != null) {
            return RunningApi.at(server, key, scopes);
        }
        Map<String, String> given = options.given();
        Settings wanted = Settings.of(Environments.read(given));
        Path folder = wanted.data().folder();
        if (DataFolder.isInUse(folder)) {
            ProcessNote process =
                    DataFolder.process(folder)
                            .orElseThrow(() ->
                                    new StartException(
                                            "The data folder %s is in use by a Surveyor that does not answer yet, or belongs to somebody else: try again in a moment, or say where it is with --server."
                                                    .formatted(folder)));
            return RunningApi.at(process.url(), key == null ? process.key().value() : key, scopes);
        }
        if (wanted.catalog().embedded() && !DataFolder.holdsStore(folder)) {
            throw new StartException(
                    "There is nothing in the data folder %s yet: begin with 'surveyor demo' or 'surveyor serve', or say where a server is with --server."
                            .formatted(folder));
        }
        return own(given, wanted.http().port(), key, scopes);
    }

    private static RunningApi own(
            Map<String, String> given, int port, @Nullable String key, String... scopes) {
        Map<String, String> settings = new LinkedHashMap<>(given);
        settings.put("surveyor.http.address", HERE);
        settings.put("surveyor.http.port", Integer.toString(HttpPort.nextFree(HERE, port)));
        settings.put("surveyor.log.console-level", "off");
        Progress progress = new Progress(System.err);
        progress.accept("No server runs: opening the data folder");
        RunningServer opened = Server.start(settings, progress);
        opened.context().getBean(FirstAdmin.class).takePassword().ifPresent(ServeCommand::showOnce);
        return RunningApi.at(opened.url(), key == null ? opened.key().value() : key, scopes);
    }
}
