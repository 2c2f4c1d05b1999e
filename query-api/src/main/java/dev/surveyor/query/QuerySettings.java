package dev.surveyor.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How questions are answered, and what is kept of them.
 *
 * @param lookupMemory memory for the look-ups of editions that are asked about
 * @param heldTablesMax tables of such editions that are held in memory
 * @param runsMax questions that are answered at a time
 * @param runTimeout how long an answer may take
 * @param unreadTimeout a run that nobody reads is cancelled after so long
 * @param runsKept how long the events of a run that has ended can be read
 * @param contextTokens of what a language model is told of a database
 * @param restate whether a language model is asked what rules cannot make out of a question: one in
 *     another language, one that points at what was said before
 * @param reword whether a language model may reword what is observed of rows; only where the
 *     connection's egress lets rows leave
 * @param contextMessages how many messages of a conversation its next question may refer to
 * @param contextIdle how long a conversation may rest before its next question stands alone
 * @param claim how long a question holds its conversation without a sign of life; after that it
 *     counts as interrupted
 * @param keepConversations how long messages are kept
 * @param keepSqlHistory how long it is kept which SQL ran
 * @param keptRowsMax most rows that are kept of an answer
 * @param keptBytesMax most bytes of rows that are kept of an answer
 */
@Validated
@ConfigurationProperties("surveyor.query")
public record QuerySettings(
        @DefaultValue("64MB") @NotNull DataSize lookupMemory,
        @DefaultValue("20000") @Min(100) @Max(1_000_000) int heldTablesMax,
        @DefaultValue("200") @Min(1) @Max(10_000) int runsMax,
        @DefaultValue("180s") @DurationMin(seconds = 1) @DurationMax(minutes = 60)
                Duration runTimeout,
        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
                Duration unreadTimeout,
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(minutes = 60) Duration runsKept,
        @DefaultValue("3000") @Min(200) @Max(100_000) int contextTokens,
        @DefaultValue("true") boolean restate,
        @DefaultValue("false") boolean reword,
        @DefaultValue("10") @Min(0) @Max(100) int contextMessages,
        @DefaultValue("60m") @DurationMin(minutes = 1) @DurationMax(days = 30) Duration contextIdle,
        @DefaultValue("90s") @DurationMin(seconds = 10) @DurationMax(hours = 1) Duration claim,
        @DefaultValue("90d") @DurationMin(hours = 1) @DurationMax(days = 3650)
                Duration keepConversations,
        @DefaultValue("90d") @DurationMin(hours = 1) @DurationMax(days = 3650)
                Duration keepSqlHistory,
        @DefaultValue("100") @Min(0) @Max(10_000) int keptRowsMax,
        @DefaultValue("64KB") DataSize keptBytesMax) {}
