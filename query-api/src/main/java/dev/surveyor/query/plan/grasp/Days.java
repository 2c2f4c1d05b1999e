package dev.surveyor.query.plan.grasp;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days.
 *
 * @param from the first; null: from the beginning
 * @param before the day after the last; null: without an end
 */
record Days(@Nullable LocalDate from, @Nullable LocalDate before) {

    static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    static Days months(LocalDate first, int months) {
        LocalDate start = first.withDayOfMonth(1);
        return new Days(start, start.plusMonths(months));
    }

    static Days day(LocalDate day) {
        return new Days(day, day.plusDays(1));
    }
}
