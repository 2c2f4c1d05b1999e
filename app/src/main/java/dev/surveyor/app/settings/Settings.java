package dev.surveyor.app.settings;

import dev.surveyor.catalog.CatalogSettings;
import dev.surveyor.connections.ConnectionsSettings;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings that are needed before Spring's context exists. */
public record Settings(
        DataSettings data,
        HttpSettings http,
        LogSettings log,
        CatalogSettings catalog,
        ConnectionsSettings connections) {

    /**
     * Reads them from an environment in which {@link SettingsCheck} found nothing wrong.
     *
     * @throws BrokenSettingsException naming every wrong property
     */
    public static Settings of(ConfigurableEnvironment environment) {
        List<String> problems = new SettingsCheck(environment).problems();
        if (!problems.isEmpty()) {
            throw new BrokenSettingsException(problems);
        }
        Binder binder = Binder.get(environment);
        return new Settings(
                binder.bindOrCreate("surveyor.data", DataSettings.class),
                binder.bindOrCreate("surveyor.http", HttpSettings.class),
                binder.bindOrCreate("surveyor.log", LogSettings.class),
                binder.bindOrCreate("surveyor.catalog", CatalogSettings.class),
                binder.bindOrCreate("surveyor.connections", ConnectionsSettings.class));
    }
}
