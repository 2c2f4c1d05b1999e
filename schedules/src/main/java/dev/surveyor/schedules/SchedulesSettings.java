package dev.surveyor.schedules;

import dev.surveyor.catalog.Secret;
import dev.surveyor.schedules.timing.Missed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When databases are surveyed by themselves, where nobody chose otherwise for a connection.
 *
 * @param timeZone zone of the local times, such as Europe/Berlin; empty: this machine's
 * @param windowFrom local time from which surveys may work
 * @param windowUntil local time at which they pause until the next night; the same as the
 *     beginning: at any hour
 * @param jitter how far the beginnings of different connections are spread
 * @param fullEvery how old the last look at every table may be; the night after is a full one
 * @param missed what becomes of a run that nobody could begin in time: run or skip
 * @param tolerance how long after its time a run still counts as in time
 * @param watchEvery how often runs are looked after
 * @param watchdogAfter how long after its time a run is begun by the watchdog, because its alarm
 *     did not go off
 * @param webhookUrl address that is told of failed nights; empty: none but those of connections
 * @param webhookSecret key that these messages are signed with
 * @param webhookTimeout how long the receiver of a message may take
 * @param webhookTriesMax how often a message is tried before it is given up
 * @param historyKept how long nights are remembered
 */
@Validated
@ConfigurationProperties("surveyor.schedules")
public record SchedulesSettings(
        @Nullable ZoneId timeZone,
        @DefaultValue("01:00") @Pattern(regexp = TIME, message = TIME_RULE) String windowFrom,
        @DefaultValue("06:00") @Pattern(regexp = TIME, message = TIME_RULE) String windowUntil,
        @DefaultValue("2h") @DurationMin @DurationMax(hours = 23) Duration jitter,
        @DefaultValue("168h") @DurationMin(hours = 24) @DurationMax(days = 60) Duration fullEvery,
        @DefaultValue("run") @NotNull Missed missed,
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 12) Duration tolerance,
        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
                Duration watchEvery,
        @DefaultValue("2m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
                Duration watchdogAfter,
        @DefaultValue("")
                @Pattern(
                        regexp = "|https?://[^@\\s]+",
                        message = "must be an address such as https://example.org/surveys")
                String webhookUrl,
        @Nullable Secret webhookSecret,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration webhookTimeout,
        @DefaultValue("6") @Min(1) @Max(20) int webhookTriesMax,
        @DefaultValue("400d") @DurationMin(days = 7) @DurationMax(days = 3650)
                Duration historyKept) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String TIME_RULE = "must be a time such as 01:00";
}
