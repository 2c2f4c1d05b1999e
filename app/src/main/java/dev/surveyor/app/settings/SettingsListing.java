package dev.surveyor.app.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** All properties with what they are worth and why, for people to read. */
public final class SettingsListing {

    private static final int INDENT = 4;

    private final ConfigurableEnvironment environment;

    public SettingsListing(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (SettingDescription description : SettingRules.loaded().descriptions()) {
            SettingValue value = SettingValue.of(description, environment);
            lines.add(
                    "%s = %s  (%s)"
                            .formatted(
                                    description.name(),
                                    value.shown().isEmpty() ? "''" : value.shown(),
                                    value.origin()));
            lines.add(
                    " ".repeat(INDENT)
                            + StringUtils.capitalize(description.description())
                            + "  ["
                            + description.environmentVariable()
                            + "]");
        }
        return lines;
    }
}
