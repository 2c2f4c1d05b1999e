package dev.surveyor.schedules.web;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Cursor;
import dev.surveyor.access.Permission;
import dev.surveyor.schedules.SchedulesException;
import dev.surveyor.schedules.nights.NightRows;
import dev.surveyor.schedules.nights.Schedule;
import dev.surveyor.schedules.nights.ScheduleRows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Schedules page by page, what comes due first first, those that the caller may see. */
@Component
class ScheduleListing {

    private static final String WHAT_IS_SEEN =
            """
            SELECT s.*, c.name FROM schedule s JOIN connection c ON c.id = s.connection_id
             WHERE c.removal_begun_at IS NULL
               AND (coalesce(s.next_run_at, 'infinity'), s.connection_id) > (:at, :last)
            """;

    private static final String BY_THE_CALLER =
            """
               AND (c.owner_id = :viewer OR EXISTS (
                    SELECT FROM connection_share h WHERE h.connection_id = c.id
                       AND h.user_id = :viewer AND h.allowed IN ('VIEW', 'OWNER')))
            """;

    private static final String IN_ORDER =
            " ORDER BY coalesce(s.next_run_at, 'infinity'), s.connection_id LIMIT :limit";

    private static final String NEVER = "never";

    private record Row(Schedule schedule, String name) {}

    private record Place(OffsetDateTime at, UUID last) {

        /** Stands for a time after all others, as the driver writes it. */
        private static final OffsetDateTime INFINITY = OffsetDateTime.MAX;

        static final Place BEGINNING = new Place(OffsetDateTime.MIN, new UUID(0, 0));

        static String after(Schedule schedule) {
            return Cursor.write(
                    (schedule.next() == null ? NEVER : schedule.next().at())
                            + " "
                            + schedule.connection());
        }

        static Place read(String cursor) {
            String[] parts = Cursor.read(cursor).split(" ", -1);
            try {
                return new Place(
                        parts[0].equals(NEVER)
                                ? INFINITY
                                : Instant.parse(parts[0]).atOffset(ZoneOffset.UTC),
                        UUID.fromString(parts[1]));
            } catch (DateTimeParseException
                    | IllegalArgumentException
                    | ArrayIndexOutOfBoundsException e) {
                throw SchedulesException.invalid(
                        "after", "must be the 'next' of the page before, unchanged");
            }
        }
    }

    private final JdbcClient client;
    private final NightRows nights;

    ScheduleListing(JdbcClient client, NightRows nights) {
        this.client = client;
        this.nights = nights;
    }

    /** A page; whoever asks for the pause adds it. */
    ListedSchedules page(
            @Nullable String after,
            int limit,
            Caller caller,
            ShownSchedule.@Nullable ShownPause paused) {
        Place place = after == null ? Place.BEGINNING : Place.read(after);
        boolean all = caller.may(Permission.CONNECTIONS_WATCH);
        List<Row> rows =
                client.sql(WHAT_IS_SEEN + (all ? "" : BY_THE_CALLER) + IN_ORDER)
                        .param("at", place.at())
                        .param("last", place.last())
                        .param("viewer", caller.id())
                        .param("limit", limit)
                        .query((row, number) ->
                                new Row(ScheduleRows.schedule(row, number), row.getString("name")))
                        .list();
        return new ListedSchedules(
                rows.stream().map(row -> shown(row, paused)).toList(),
                rows.size() < limit ? null : Place.after(rows.getLast().schedule()),
                paused);
    }

    private ShownSchedule shown(Row row, ShownSchedule.@Nullable ShownPause paused) {
        return ShownSchedule.of(
                row.schedule(),
                row.name(),
                nights.newest(row.schedule().connection()).orElse(null),
                paused);
    }

    /**
     * A page of schedules.
     *
     * @param next where the next page goes on; null: this was the last
     * @param paused null: all schedules go on
     */
    record ListedSchedules(
            List<ShownSchedule> items,
            @Nullable String next,
            ShownSchedule.@Nullable ShownPause paused) {}
}
