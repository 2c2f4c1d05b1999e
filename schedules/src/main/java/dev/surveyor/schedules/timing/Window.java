package dev.surveyor.schedules.timing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The local hours in which a survey may work; the end before the beginning: past midnight.
 *
 * @param from the first moment
 * @param until the first moment that is no longer in it
 */
public record Window(LocalTime from, LocalTime until) {

    public Window {
        if (from.equals(until)) {
            throw new IllegalArgumentException("A window has a beginning and another end.");
        }
    }

    public boolean crossesMidnight() {
        return until.isBefore(from);
    }

    /** How long it is on a day whose clocks nobody changes. */
    public Duration length() {
        Duration plain = Duration.between(from, until);
        return plain.isNegative() ? plain.plusDays(1) : plain;
    }

    public boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean open = time.isBefore(until);
        return crossesMidnight() ? begun || open : begun && open;
    }

    /** The night that begins on a day. One that the clocks leap over follows the leap. */
    Night on(LocalDate day, ZoneId zone) {
        LocalDate last = crossesMidnight() ? day.plusDays(1) : day;
        Night night =
                new Night(
                        day.atTime(from).atZone(zone).toInstant(),
                        last.atTime(until).atZone(zone).toInstant());
        return night.begin().isBefore(night.end())
                ? night
                : new Night(night.begin(), night.begin().plus(length()));
    }

    /** The night that a local time in it belongs to. */
    Night around(LocalDateTime time, ZoneId zone) {
        boolean afterMidnight = crossesMidnight() && time.toLocalTime().isBefore(until);
        return on(time.toLocalDate().minusDays(afterMidnight ? 1 : 0), zone);
    }
}
