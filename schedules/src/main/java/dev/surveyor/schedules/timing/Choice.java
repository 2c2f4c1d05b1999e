package dev.surveyor.schedules.timing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose, or the default.
 *
 * @param cron null: every so many days instead
 * @param everyDays null: by the expression instead
 * @param since a day on which an interval is due
 * @param jitterMinutes how far the runs of different connections are spread; of intervals only
 * @param fullAfter how old the last look at every table may be
 */
public record Choice(
        @Nullable String cron,
        @Nullable Integer everyDays,
        LocalDate since,
        int jitterMinutes,
        ZoneId zone,
        @Nullable Window window,
        Duration fullAfter,
        Missed missed) {

    private static final long SPREADS_ANY_IDS = 0x9E3779B97F4A7C15L;

    /**
     * Laid out in time for one connection.
     *
     * @throws IllegalArgumentException when the expression is none
     */
    public Timetable timetable(UUID connection) {
        return new Timetable(new Plan(cadence(connection), zone, window, missed));
    }

    /** As the person means it, with the connection's own share of the jitter. */
    public Cadence cadence(UUID connection) {
        if (cron != null) {
            return new Cadence.ByCron(cron);
        }
        LocalTime first = window == null ? LocalTime.MIDNIGHT : window.from();
        return new Cadence.EveryDays(
                everyDays == null ? 1 : everyDays, since, first.plus(share(connection)));
    }

    /** The same for a connection at all times, in the first half of the window at most. */
    private Duration share(UUID connection) {
        Duration room = window == null ? Duration.ofDays(1) : window.length();
        long seconds =
                Math.min(Duration.ofMinutes(jitterMinutes).toSeconds(), room.toSeconds() / 2);
        long mixed =
                (connection.getMostSignificantBits() ^ connection.getLeastSignificantBits())
                        * SPREADS_ANY_IDS;
        return Duration.ofSeconds(Math.floorMod(mixed >>> 16, seconds + 1));
    }
}
