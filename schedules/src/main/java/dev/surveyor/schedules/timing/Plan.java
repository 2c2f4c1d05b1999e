package dev.surveyor.schedules.timing;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When one connection is surveyed.
 *
 * @param window null: at any hour
 */
public record Plan(Cadence cadence, ZoneId zone, @Nullable Window window, Missed missed) {}
