package dev.surveyor.schedules.nights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One night of a connection.
 *
 * @param message for people; never holds values of the source
 * @param survey null: none began
 */
public record NightRun(
        UUID connection,
        LocalDate date,
        Instant due,
        @Nullable Instant until,
        NightState state,
        String message,
        @Nullable UUID survey,
        Instant claimed,
        @Nullable Instant ended) {}
