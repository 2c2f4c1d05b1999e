package dev.surveyor.app.command;

import dev.surveyor.app.settings.DerivedProperties;
import dev.surveyor.app.settings.Settings;
import dev.surveyor.app.start.DataFolder;
import dev.surveyor.app.start.Environments;
import dev.surveyor.catalog.CatalogSettings;
import dev.surveyor.catalog.CatalogVersion;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.catalog.KeyRotation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The keys that seal what the catalog keeps secret.",
        subcommands = KeysCommand.Rotate.class)
final class KeysCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Makes a new key, seals everything anew under it, drops the old ones.",
            footer = {
                "",
                "A server that runs on this data folder goes on meanwhile. Broken off at any point it leaves",
                "everything readable: run it again. Keys in surveyor.catalog.sealing-keys are yours to change:",
                "put the new one first, restart, then rotate."
            })
    static final class Rotate implements Callable<Integer> {

        @Mixin private SettingOptions options = new SettingOptions();

        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            ConfigurableEnvironment environment = Environments.read(options.given());
            Settings settings = Settings.of(environment);
            Map<String, Object> derived = new HashMap<>(DerivedProperties.of(settings));
            Path folder = settings.data().folder();
            if (!settings.catalog().embedded()) {
                rotate(environment, derived);
            } else if (DataFolder.isInUse(folder)) {
                derived.putAll(EmbeddedStore.settingsOfRunning(folder));
                rotate(environment, derived);
            } else {
                rotateAlone(environment, derived, settings);
            }
            return 0;
        }

        /** Nobody serves: the store is started for this, and stopped again. */
        private void rotateAlone(
                ConfigurableEnvironment environment,
                Map<String, Object> derived,
                Settings settings) {
            try (DataFolder folder =
                            DataFolder.open(settings.data().folder(), CatalogVersion.KNOWN);
                    EmbeddedStore store =
                            EmbeddedStore.start(
                                    folder.path(), settings.catalog().embeddedPort(), this::tell)) {
                store.awaitReady();
                derived.putAll(store.settings());
                rotate(environment, derived);
                folder.noteCatalogVersion(CatalogVersion.KNOWN);
            }
        }

        private void rotate(ConfigurableEnvironment environment, Map<String, Object> derived) {
            environment.getPropertySources().addFirst(new MapPropertySource("derived", derived));
            KeyRotation.Outcome outcome =
                    KeyRotation.run(
                            Binder.get(environment)
                                    .bindOrCreate("surveyor.catalog", CatalogSettings.class),
                            this::tell);
            tell(
                    "%d texts are sealed under the key %s now; dropped: %s"
                            .formatted(
                                    outcome.resealed(),
                                    outcome.keyId(),
                                    outcome.dropped().isEmpty()
                                            ? "none"
                                            : String.join(", ", outcome.dropped())));
        }

        private void tell(String sentence) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(sentence);
            out.flush();
        }
    }
}
