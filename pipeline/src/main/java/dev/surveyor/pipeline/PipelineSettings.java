package dev.surveyor.pipeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How databases are surveyed.
 *
 * @param concurrentMax surveys that run at a time in this process; more wait for their turn
 * @param queueMax surveys that may wait
 * @param categoriesMax most different values of a column that is looked up by its values
 * @param editionsKept editions of a connection that are kept, to go back to
 * @param lease how long a process that does not report keeps its survey
 * @param patience how long a survey waits for a database, an index or a model that is away
 * @param recoveriesMax how often a survey whose process died is taken up again by itself
 * @param adviceTablesMax tables of a survey for which a language model is asked at most where rules
 *     are unsure; 0: none
 * @param historyKept how long ended surveys are listed
 */
@Validated
@ConfigurationProperties("surveyor.survey")
public record PipelineSettings(
        @DefaultValue("2") @Min(1) @Max(64) int concurrentMax,
        @DefaultValue("1000") @Min(1) @Max(100_000) int queueMax,
        @DefaultValue("100") @Min(2) @Max(1000) int categoriesMax,
        @DefaultValue("5") @Min(1) @Max(100) int editionsKept,
        @DefaultValue("30s") @DurationMin(seconds = 2) @DurationMax(minutes = 10) Duration lease,
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 12) Duration patience,
        @DefaultValue("3") @Min(0) @Max(100) int recoveriesMax,
        @DefaultValue("200") @Min(0) @Max(100_000) int adviceTablesMax,
        @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 3650)
                Duration historyKept) {}
