package dev.surveyor.app.settings;

import dev.surveyor.catalog.Secret;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * What a property is worth here and now.
 *
 * @param shown its value, or a mark where it is secret
 * @param origin where the value came from, in words
 */
record SettingValue(String shown, String origin) {

    static SettingValue of(SettingDescription description, ConfigurableEnvironment environment) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(description.name());
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property == null && description.list()) {
                property = source.getConfigurationProperty(name.append("[0]"));
                if (property != null) {
                    return new SettingValue(
                            elements(description, environment),
                            origin(source, property, description));
                }
            }
            if (property != null) {
                String text = environment.resolvePlaceholders(String.valueOf(property.getValue()));
                return new SettingValue(
                        description.secret() ? new Secret(text).toString() : text,
                        origin(source, property, description));
            }
        }
        return new SettingValue(description.defaultValue(), "default");
    }

    /** A list that a file has in lines of its own. */
    private static String elements(
            SettingDescription description, ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind(description.name(), Bindable.listOf(String.class))
                .map(values -> String.join(", ", values))
                .orElse("");
    }

    private static String origin(
            ConfigurationPropertySource source,
            ConfigurationProperty property,
            SettingDescription description) {
        Origin origin =
                property.getOrigin() instanceof PropertySourceOrigin inSource
                        ? inSource.getOrigin()
                        : property.getOrigin();
        if (origin instanceof TextResourceOrigin file) {
            return inFile(file);
        }
        String sourceName =
                source.getUnderlyingSource() instanceof PropertySource<?> underlying
                        ? underlying.getName()
                        : "";
        return switch (sourceName) {
            case "commandLineArgs" -> "command line";
            case "systemEnvironment" -> "environment variable " + description.environmentVariable();
            case "systemProperties" -> "system property";
            case String other -> other;
        };
    }

    private static String inFile(TextResourceOrigin origin) {
        Resource file = origin.getResource();
        if (file instanceof ClassPathResource packaged) {
            return "packaged " + packaged.getPath();
        }
        String name = file == null ? "a file" : String.valueOf(file.getFilename());
        TextResourceOrigin.Location location = origin.getLocation();
        return location == null ? name : name + " line " + (location.getLine() + 1);
    }
}
