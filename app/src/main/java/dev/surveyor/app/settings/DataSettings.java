package dev.surveyor.app.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What this process keeps on disk.
 *
 * @param folder folder for the embedded store, logs and secrets; one process at a time uses it
 * @param freeMin room on the folder's disk below which health says that it is degraded
 */
@Validated
@ConfigurationProperties("surveyor.data")
public record DataSettings(
        @DefaultValue("data") Path folder, @DefaultValue("1GB") DataSize freeMin) {}
