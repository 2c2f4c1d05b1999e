package dev.surveyor.app.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Read before any file, so they count only in the environment and on the command line.
 *
 * @param profile surroundings: development (readable logs), staging or production (JSON logs)
 * @param config file with settings; empty: surveyor.yaml beside the program
 * @param secretsFolder folder with a file for each secret property, named after it, such as
 *     surveyor.catalog.password; empty: none
 */
@Validated
@ConfigurationProperties("surveyor")
record LaunchSettings(
        @DefaultValue("development") Profile profile,
        @DefaultValue("") String config,
        @Nullable Path secretsFolder) {}
