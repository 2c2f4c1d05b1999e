package dev.surveyor.schedules.nights;

import static dev.surveyor.schedules.nights.ScheduleRows.at;

import dev.surveyor.schedules.timing.Occurrence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of nights, one row for each local date of a connection. */
@Component
public class NightRows {

    private final JdbcClient client;

    NightRows(JdbcClient client) {
        this.client = client;
    }

    public Optional<NightRun> newest(UUID connection) {
        return client.sql(
                        """
                        SELECT * FROM schedule_run WHERE connection_id = :id
                         ORDER BY local_date DESC LIMIT 1
                        """)
                .param("id", connection)
                .query(NightRows::night)
                .optional();
    }

    /** The night, if nobody had it before: whoever gets it runs it. */
    Optional<NightRun> claim(
            UUID connection, LocalDate date, Occurrence due, @Nullable Instant until) {
        return insert(connection, date, due, until, NightState.CLAIMED, "");
    }

    /** Writes down that there will be no survey. */
    Optional<NightRun> without(UUID connection, Occurrence due, NightState state, String message) {
        return insert(connection, due.date(), due, null, state, message);
    }

    private Optional<NightRun> insert(
            UUID connection,
            LocalDate date,
            Occurrence due,
            @Nullable Instant until,
            NightState state,
            String message) {
        return client.sql(
                        """
                        INSERT INTO schedule_run (connection_id, local_date, due_at, until, state, message, ended_at)
                        VALUES (:connection, :date, :due, :until, :state, :message,
                                CASE WHEN :over THEN now() END)
                        ON CONFLICT DO NOTHING RETURNING *
                        """)
                .param("connection", connection)
                .param("date", date)
                .param("due", at(due.at()))
                .param("until", until == null ? null : at(until))
                .param("state", state.name())
                .param("message", message)
                .param("over", state.over())
                .query(NightRows::night)
                .optional();
    }

    void began(NightRun night, UUID survey) {
        client.sql(
                        """
                        UPDATE schedule_run SET state = 'RUNNING', survey_id = :survey, message = ''
                         WHERE connection_id = :connection AND local_date = :date AND state = 'CLAIMED'
                        """)
                .param("connection", night.connection())
                .param("date", night.date())
                .param("survey", survey)
                .update();
    }

    /** Says why it did not begin yet. */
    void waits(NightRun night, String message) {
        client.sql(
                        """
                        UPDATE schedule_run SET message = :message
                         WHERE connection_id = :connection AND local_date = :date AND state = 'CLAIMED'
                        """)
                .param("connection", night.connection())
                .param("date", night.date())
                .param("message", message)
                .update();
    }

    /**
     * Ends it.
     *
     * @return false: somebody else did so
     */
    boolean end(NightRun night, NightState state, String message) {
        return client.sql(
                                """
                                UPDATE schedule_run SET state = :state, message = :message, ended_at = now()
                                 WHERE connection_id = :connection AND local_date = :date
                                   AND state IN ('CLAIMED', 'RUNNING')
                                """)
                        .param("connection", night.connection())
                        .param("date", night.date())
                        .param("state", state.name())
                        .param("message", message)
                        .update()
                == 1;
    }

    List<NightRun> running(int max) {
        return client.sql(
                        "SELECT * FROM schedule_run WHERE state = 'RUNNING' ORDER BY tried_at LIMIT :max")
                .param("max", max)
                .query(NightRows::night)
                .list();
    }

    /** Looked after: those that were not for longer come first. */
    void seen(NightRun night) {
        client.sql(
                        """
                        UPDATE schedule_run SET tried_at = now()
                         WHERE connection_id = :connection AND local_date = :date
                        """)
                .param("connection", night.connection())
                .param("date", night.date())
                .update();
    }

    /** Those that were to begin and did not, now this process's to try. */
    List<NightRun> tryAgain(int afterSeconds, int max) {
        return client.sql(
                        """
                        UPDATE schedule_run r SET tried_at = now()
                          FROM (SELECT connection_id, local_date FROM schedule_run
                                 WHERE state = 'CLAIMED' AND tried_at <= now() - make_interval(secs => :after)
                                 ORDER BY tried_at LIMIT :max FOR UPDATE SKIP LOCKED) left_alone
                         WHERE r.connection_id = left_alone.connection_id AND r.local_date = left_alone.local_date
                        RETURNING r.*
                        """)
                .param("after", afterSeconds)
                .param("max", max)
                .query(NightRows::night)
                .list();
    }

    int forget(LocalDate before) {
        return client.sql("DELETE FROM schedule_run WHERE local_date < :before")
                .param("before", before)
                .update();
    }

    private static NightRun night(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new NightRun(
                row.getObject("connection_id", UUID.class),
                row.getObject("local_date", LocalDate.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                NightState.valueOf(row.getString("state")),
                row.getString("message"),
                row.getObject("survey_id", UUID.class),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
