package dev.surveyor.query.plan.grasp;

import java.time.LocalDate;
import java.util.function.Function;

/**
 * Words that say a span of days.
 *
 * @param days by the day that counts as today
 */
record Span(int from, int to, Function<LocalDate, Days> days) {}
