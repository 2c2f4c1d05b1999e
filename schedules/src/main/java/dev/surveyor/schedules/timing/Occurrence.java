package dev.surveyor.schedules.timing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A run that comes due.
 *
 * @param date the local date whose run it is: there is one for each
 */
public record Occurrence(LocalDate date, Instant at) {}
