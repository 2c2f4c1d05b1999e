package dev.surveyor.schedules.nights;

import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.Missed;
import dev.surveyor.schedules.timing.Occurrence;
import dev.surveyor.schedules.timing.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of schedules. */
@Component
public class ScheduleRows {

    private final JdbcClient client;

    ScheduleRows(JdbcClient client) {
        this.client = client;
    }

    public Optional<Schedule> byId(UUID connection) {
        return client.sql("SELECT * FROM schedule WHERE connection_id = :id")
                .param("id", connection)
                .query(ScheduleRows::schedule)
                .optional();
    }

    /** Connections that have none yet, or the default as it no longer is. */
    List<UUID> outdated(String basis, int max) {
        return client.sql(
                        """
                        SELECT c.id FROM connection c
                         WHERE c.removal_begun_at IS NULL
                           AND NOT EXISTS (SELECT FROM schedule s WHERE s.connection_id = c.id)
                        UNION ALL
                        SELECT s.connection_id FROM schedule s WHERE NOT s.own AND s.basis <> :basis
                        LIMIT :max
                        """)
                .param("basis", basis)
                .param("max", max)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Makes the default one, unless somebody was quicker or chose another. */
    void saveDefault(Schedule schedule) {
        save(schedule, " WHERE NOT schedule.own AND schedule.basis <> EXCLUDED.basis");
    }

    /** Puts one in the place of what there was. */
    public void save(Schedule schedule) {
        save(schedule, "");
    }

    private void save(Schedule schedule, String condition) {
        Choice choice = schedule.choice();
        Window window = choice.window();
        Occurrence next = schedule.next();
        client.sql(
                        """
                        INSERT INTO schedule
                               (connection_id, own, basis, enabled, cron, every_days, since, jitter_minutes, time_zone,
                                window_from, window_until, full_after_hours, missed, webhook_url,
                                sealed_webhook_secret, next_run_at, next_run_date)
                        SELECT c.id, :own, :basis, :enabled, :cron, :days, :since, :jitter, :zone, :from, :until,
                               :full, :missed, :url, :secret, :next, :date
                          FROM connection c WHERE c.id = :connection AND c.removal_begun_at IS NULL
                        ON CONFLICT (connection_id) DO UPDATE
                           SET own = EXCLUDED.own, basis = EXCLUDED.basis, enabled = EXCLUDED.enabled,
                               cron = EXCLUDED.cron, every_days = EXCLUDED.every_days, since = EXCLUDED.since,
                               jitter_minutes = EXCLUDED.jitter_minutes, time_zone = EXCLUDED.time_zone,
                               window_from = EXCLUDED.window_from, window_until = EXCLUDED.window_until,
                               full_after_hours = EXCLUDED.full_after_hours, missed = EXCLUDED.missed,
                               webhook_url = EXCLUDED.webhook_url,
                               sealed_webhook_secret = EXCLUDED.sealed_webhook_secret,
                               next_run_at = EXCLUDED.next_run_at, next_run_date = EXCLUDED.next_run_date
                        """
                                + condition)
                .param("connection", schedule.connection())
                .param("own", schedule.own())
                .param("basis", schedule.own() ? "" : choice.toString())
                .param("enabled", schedule.enabled())
                .param("cron", choice.cron())
                .param("days", choice.everyDays())
                .param("since", choice.since())
                .param("jitter", choice.jitterMinutes())
                .param("zone", choice.zone().getId())
                .param("from", window == null ? null : window.from())
                .param("until", window == null ? null : window.until())
                .param("full", choice.fullAfter().toHours())
                .param("missed", choice.missed().name())
                .param("url", schedule.webhookUrl())
                .param("secret", schedule.sealedSecret())
                .param("next", next == null ? null : at(next.at()))
                .param("date", next == null ? null : next.date())
                .update();
    }

    /**
     * Puts the next run in the place of one.
     *
     * @return false: somebody else did so first
     */
    boolean advance(UUID connection, Occurrence seen, @Nullable Occurrence next) {
        return client.sql(
                                """
                                UPDATE schedule SET next_run_at = :next, next_run_date = :date
                                 WHERE connection_id = :id AND next_run_at = :seen
                                """)
                        .param("id", connection)
                        .param("seen", at(seen.at()))
                        .param("next", next == null ? null : at(next.at()))
                        .param("date", next == null ? null : next.date())
                        .update()
                == 1;
    }

    /** Makes it come due earlier than it would. */
    boolean bringForward(UUID connection, Occurrence next) {
        return client.sql(
                                """
                                UPDATE schedule SET next_run_at = :next, next_run_date = :date
                                 WHERE connection_id = :id AND enabled
                                   AND (next_run_at IS NULL OR next_run_at > :next)
                                """)
                        .param("id", connection)
                        .param("next", at(next.at()))
                        .param("date", next.date())
                        .update()
                == 1;
    }

    /** Those that came due before this and that nobody saw to, the longest waiting first. */
    List<UUID> overdue(Instant before, int max) {
        return client.sql(
                        """
                        SELECT connection_id FROM schedule WHERE next_run_at < :before
                         ORDER BY next_run_at LIMIT :max
                        """)
                .param("before", at(before))
                .param("max", max)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void delete(UUID connection) {
        client.sql("DELETE FROM schedule_run WHERE connection_id = :id")
                .param("id", connection)
                .update();
        client.sql("DELETE FROM schedule WHERE connection_id = :id")
                .param("id", connection)
                .update();
    }

    /** From a row of the table, whatever else stands in it. */
    public static Schedule schedule(ResultSet row, int number) throws SQLException {
        return new Schedule(
                row.getObject("connection_id", UUID.class),
                row.getBoolean("own"),
                row.getBoolean("enabled"),
                choice(row),
                row.getString("webhook_url"),
                row.getString("sealed_webhook_secret"),
                next(row));
    }

    private static Choice choice(ResultSet row) throws SQLException {
        LocalTime from = row.getObject("window_from", LocalTime.class);
        return new Choice(
                row.getString("cron"),
                row.getObject("every_days", Integer.class),
                row.getObject("since", LocalDate.class),
                row.getInt("jitter_minutes"),
                ZoneId.of(row.getString("time_zone")),
                from == null
                        ? null
                        : new Window(from, row.getObject("window_until", LocalTime.class)),
                Duration.ofHours(row.getInt("full_after_hours")),
                Missed.valueOf(row.getString("missed")));
    }

    private static @Nullable Occurrence next(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("next_run_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Occurrence(row.getObject("next_run_date", LocalDate.class), at.toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
