package dev.surveyor.app.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.logging.LogLevel;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is logged, how and where.
 *
 * @param format text for people or json for collectors, on the console and in the file
 * @param level level of Surveyor's own lines: error, warn, info, debug or trace
 * @param consoleLevel lowest level that reaches the console
 * @param file file to log to as well; empty: logs/surveyor.log in the data folder
 * @param fileSizeMax size at which a log file is closed and the next one begun
 * @param filesMax how many closed log files are kept
 */
@Validated
@ConfigurationProperties("surveyor.log")
public record LogSettings(
        @DefaultValue("text") Format format,
        @DefaultValue("info") LogLevel level,
        @DefaultValue("trace") LogLevel consoleLevel,
        @DefaultValue("") String file,
        @DefaultValue("10MB") DataSize fileSizeMax,
        @DefaultValue("10") @Min(1) @Max(1000) int filesMax) {

    /** How a line looks. */
    public enum Format {
        TEXT,
        JSON
    }
}
