package dev.surveyor.pipeline.store;

import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.SurveyRequest;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.lease.Holder;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of surveys. What a running one writes of itself, it writes under its lease. */
@Component
public class SurveyRows {

    private static final String SELECT = "SELECT s.* FROM survey s ";

    private final JdbcClient client;
    private final Leases leases;
    private final Holder holder;

    SurveyRows(JdbcClient client, Leases leases, Holder holder) {
        this.client = client;
        this.leases = leases;
        this.holder = holder;
    }

    public void insert(UUID id, SurveyRequest request) {
        client.sql(
                        """
                        INSERT INTO survey (id, connection_id, mode, schemas, requested_by, until, state)
                        VALUES (:id, :connection, :mode, :schemas, :by, :until, 'QUEUED')
                        """)
                .param("id", id)
                .param("connection", request.connection())
                .param("mode", request.mode().name())
                .param("schemas", request.schemas().toArray(String[]::new))
                .param("by", request.requestedBy())
                .param("until", at(request.until()))
                .update();
    }

    public Optional<Survey> byId(UUID id) {
        return client.sql(SELECT + "WHERE s.id = :id")
                .param("id", id)
                .query(SurveyRows::survey)
                .optional();
    }

    public Optional<Survey> newest(UUID connection) {
        return client.sql(
                        SELECT
                                + "WHERE s.connection_id = :connection ORDER BY s.begun_at DESC, s.id DESC LIMIT 1")
                .param("connection", connection)
                .query(SurveyRows::survey)
                .optional();
    }

    /** When the newest that looked at every table began. */
    public Optional<Instant> newestFull(UUID connection) {
        return client.sql(
                        """
                        SELECT greatest(max(begun_at) FILTER (WHERE mode = 'FULL' AND schemas = '{}'), min(begun_at))
                                   AS begun_at
                          FROM survey WHERE connection_id = :connection AND state = 'COMPLETED'
                        """)
                .param("connection", connection)
                .query((row, number) -> Optional.ofNullable(instant(row, "begun_at")))
                .single();
    }

    /** Where a page ended. */
    public record Place(Instant begun, UUID id) {}

    /**
     * Which surveys are wanted; null: any.
     *
     * @param viewer only those of connections that this person may see
     */
    public record Wanted(
            @Nullable UUID connection,
            @Nullable SurveyState state,
            @Nullable UUID viewer,
            @Nullable Place after) {

        /** Only what is asked for, so that each statement has a plan of its own. */
        private String conditions() {
            List<String> conditions = new ArrayList<>(List.of("c.removal_begun_at IS NULL"));
            if (connection != null) {
                conditions.add("s.connection_id = :connection");
            }
            if (state != null) {
                conditions.add("s.state = :state");
            }
            if (viewer != null) {
                conditions.add(
                        """
                        (c.owner_id = :viewer OR EXISTS (
                            SELECT FROM connection_share h WHERE h.connection_id = c.id
                               AND h.user_id = :viewer AND h.allowed IN ('VIEW', 'OWNER')))
                        """);
            }
            if (after != null) {
                conditions.add("(s.begun_at, s.id) < (:begun, :last)");
            }
            return String.join(" AND ", conditions);
        }
    }

    /** The newest first. */
    public List<Survey> page(Wanted wanted, int limit) {
        Place after = wanted.after();
        SurveyState state = wanted.state();
        return client.sql(
                        SELECT
                                + "JOIN connection c ON c.id = s.connection_id WHERE "
                                + wanted.conditions()
                                + " ORDER BY s.begun_at DESC, s.id DESC LIMIT :limit")
                .param("connection", wanted.connection())
                .param("state", state == null ? null : state.name())
                .param("viewer", wanted.viewer())
                .param("begun", after == null ? null : at(after.begun()))
                .param("last", after == null ? null : after.id())
                .param("limit", limit)
                .query(SurveyRows::survey)
                .list();
    }

    /** The one of a connection that is neither completed nor abandoned. */
    public Optional<Survey> unfinished(UUID connection) {
        return client.sql(
                        SELECT
                                + "WHERE s.connection_id = :connection AND s.state NOT IN ('COMPLETED', 'ABANDONED')")
                .param("connection", connection)
                .query(SurveyRows::survey)
                .optional();
    }

    /** Those that should run and that nobody holds, or that an earlier process of ours held. */
    public List<Survey> left(int max) {
        return client.sql(
                        SELECT
                                + """
                                  LEFT JOIN survey_lease l ON l.connection_id = s.connection_id
                                 WHERE s.state IN ('QUEUED', 'RUNNING')
                                   AND (l.token IS NULL OR l.expires_at <= clock_timestamp() OR l.holder = :holder)
                                 ORDER BY s.begun_at, s.id LIMIT :max
                                """)
                .param("holder", holder.id())
                .param("max", max)
                .query(SurveyRows::survey)
                .list();
    }

    /**
     * Surveys that are to be worked on, but whose lease nobody holds.
     *
     * @param longest since the first of them was let go of
     */
    public record Unheld(long surveys, Duration longest) {}

    public Unheld unheld() {
        return client.sql(
                        """
                        SELECT count(*) AS surveys,
                               coalesce(max(extract(epoch FROM clock_timestamp()
                                            - coalesce(l.expires_at, s.begun_at))), 0)::bigint AS seconds
                          FROM survey s
                          LEFT JOIN survey_lease l ON l.connection_id = s.connection_id
                         WHERE s.state IN ('QUEUED', 'RUNNING')
                           AND (l.token IS NULL OR l.expires_at <= clock_timestamp())
                        """)
                .query((row, number) ->
                        new Unheld(
                                row.getLong("surveys"), Duration.ofSeconds(row.getLong("seconds"))))
                .single();
    }

    /** Whether the index may hold something of the connection. */
    public boolean wroteAnything(UUID connection) {
        return client.sql("SELECT EXISTS (SELECT FROM point WHERE connection_id = :id)")
                .param("id", connection)
                .query(Boolean.class)
                .single();
    }

    /** Those that ended for good so long ago. */
    public List<UUID> endedBefore(Duration age, int max) {
        return client.sql(
                        """
                        SELECT id FROM survey
                         WHERE state IN ('COMPLETED', 'ABANDONED')
                           AND ended_at < now() - :seconds * interval '1 s'
                         ORDER BY ended_at LIMIT :max
                        """)
                .param("seconds", age.toSeconds())
                .param("max", max)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Some of a connection's, however they stand. */
    public List<UUID> of(UUID connection, int max) {
        return client.sql("SELECT id FROM survey WHERE connection_id = :connection LIMIT :max")
                .param("connection", connection)
                .param("max", max)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    public void delete(UUID id) {
        client.sql("DELETE FROM survey WHERE id = :id").param("id", id).update();
    }

    /** A survey, and whether somebody wants it stopped. */
    public record Watched(Survey survey, boolean stopAsked) {}

    public Optional<Watched> watched(UUID id) {
        return client.sql(SELECT + "WHERE s.id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Watched(survey(row, number), row.getBoolean("stop_asked")))
                .optional();
    }

    /** True where it is active: who works on it will see. */
    public boolean askToStop(UUID id) {
        return client.sql(
                                "UPDATE survey SET stop_asked = true WHERE id = :id AND state IN ('QUEUED', 'RUNNING')")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Makes one that ended go on; false where it did not end. */
    public boolean requeue(UUID id, @Nullable Instant until) {
        return client.sql(
                                """
                                UPDATE survey
                                   SET state = 'QUEUED', stop_asked = false, until = :until, ended_at = NULL,
                                       message = '', recoveries = 0
                                 WHERE id = :id AND state IN ('PAUSED', 'STOPPED', 'FAILED')
                                """)
                        .param("id", id)
                        .param("until", at(until))
                        .update()
                > 0;
    }

    /** Gives up one that does not run and throws its findings away; false where it may run. */
    public boolean abandon(UUID id) {
        boolean done =
                client.sql(
                                        """
                                        UPDATE survey SET state = 'ABANDONED', ended_at = coalesce(ended_at, now())
                                         WHERE id = :id AND state IN ('PAUSED', 'STOPPED', 'FAILED')
                                        """)
                                .param("id", id)
                                .update()
                        > 0;
        if (done) {
            client.sql("DELETE FROM survey_table WHERE survey_id = :id").param("id", id).update();
        }
        return done;
    }

    /** Gives up one that another one takes the place of, whatever its state. */
    public void superseded(UUID id) {
        client.sql(
                        """
                        UPDATE survey
                           SET state = 'ABANDONED', message = 'Another survey took its place.',
                               ended_at = coalesce(ended_at, now())
                         WHERE id = :id
                        """)
                .param("id", id)
                .update();
        client.sql("DELETE FROM survey_table WHERE survey_id = :id").param("id", id).update();
    }

    /** How often it was taken up again by itself, this time included. */
    public int recovered(Lease lease) {
        return leases.writing(
                lease,
                () ->
                        client.sql(
                                        "UPDATE survey SET recoveries = recoveries + 1 WHERE id = :id RETURNING recoveries")
                                .param("id", lease.survey())
                                .query(Integer.class)
                                .single());
    }

    public void phase(Lease lease, String phase, String message) {
        leases.writing(
                lease,
                () ->
                        client.sql(
                                        """
                                        UPDATE survey SET state = 'RUNNING', phase = :phase, message = :message
                                         WHERE id = :id
                                        """)
                                .param("phase", phase)
                                .param("message", message)
                                .param("id", lease.survey())
                                .update());
    }

    /** Ends it and gives its lease back: who sees that it ended may begin the next at once. */
    public void end(Lease lease, SurveyState state, String message, Duration worked) {
        end(lease, state, message, worked, () -> {});
    }

    /**
     * The same.
     *
     * @param beside what else is written with it
     */
    public void end(
            Lease lease, SurveyState state, String message, Duration worked, Runnable beside) {
        leases.ending(
                lease,
                () -> {
                    beside.run();
                    client.sql(
                                    """
                                    UPDATE survey
                                       SET state = :state, phase = '', message = :message, ended_at = now(),
                                           worked_ms = worked_ms + :worked, stop_asked = false
                                     WHERE id = :id
                                    """)
                            .param("state", state.name())
                            .param("message", message)
                            .param("worked", worked.toMillis())
                            .param("id", lease.survey())
                            .update();
                });
    }

    static Survey survey(ResultSet row, int number) throws SQLException {
        long edition = row.getLong("edition");
        return new Survey(
                row.getObject("id", UUID.class),
                row.getObject("connection_id", UUID.class),
                SurveyMode.valueOf(row.getString("mode")),
                texts(row.getArray("schemas")),
                row.getString("requested_by"),
                instant(row, "until"),
                SurveyState.valueOf(row.getString("state")),
                row.getString("phase"),
                row.getString("message"),
                new Survey.Tables(
                        row.getInt("tables_total"),
                        row.getInt("tables_unchanged"),
                        row.getInt("tables_done"),
                        row.getInt("tables_failed")),
                row.getLong("rows_read"),
                row.getLong("texts_embedded"),
                edition == 0 ? null : edition,
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("worked_ms")),
                instant(row, "ended_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
