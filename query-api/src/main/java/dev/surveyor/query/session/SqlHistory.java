package dev.surveyor.query.session;

import dev.surveyor.query.keep.SqlLiterals;
import dev.surveyor.query.keep.Wording;
import dev.surveyor.query.session.SqlRun.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which SQL ran through a connection, for whom. */
@Component
public class SqlHistory {

    private static final int SQL_CHARS_MAX = 65_536;

    /** Nothing is written of a connection that is gone. */
    static final String INSERT =
            """
            INSERT INTO sql_history (connection_id, person_id, sql, engine, outcome, rows, ms)
            SELECT id, :ranFor, :ran, :ranBy, :ranOutcome, :ranRows, :ranMs
              FROM (SELECT id FROM connection WHERE id = :ranAt) there
            """;

    /** A statement in a list. */
    record PastStatement(
            long id,
            UUID personId,
            String person,
            String sql,
            String engine,
            Outcome outcome,
            long rows,
            long ms,
            Instant at) {}

    private final JdbcClient client;

    SqlHistory(JdbcClient client) {
        this.client = client;
    }

    /** Writes it down. */
    public void note(SqlRun run) {
        // A crash of the store may lose the last moments of it: no answer waits for the disk.
        bind(client.sql(INSERT + ", set_config('synchronous_commit', 'off', true)"), run).update();
    }

    /** Of a statement that may hold personal values, without the texts in it. */
    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, SqlRun run) {
        String sql = run.personal() ? SqlLiterals.of(run.sql()).blanked() : run.sql();
        return statement
                .param("ranAt", run.connection())
                .param("ranFor", run.person())
                .param("ran", Wording.atMost(SQL_CHARS_MAX, Wording.storable(sql)))
                .param("ranBy", run.engine())
                .param("ranOutcome", run.outcome().name())
                .param("ranRows", run.rows())
                .param("ranMs", run.ms());
    }

    /**
     * The newest first.
     *
     * @param person only this one's; null: everybody's
     */
    List<PastStatement> page(UUID connection, @Nullable UUID person, long before, int limit) {
        return client.sql(
                        """
                        SELECT h.*, u.username AS person
                          FROM sql_history h JOIN app_user u ON u.id = h.person_id
                         WHERE h.connection_id = :connection AND h.id < :before
                        """
                                + (person == null ? "" : " AND h.person_id = :person")
                                + " ORDER BY h.id DESC LIMIT :limit")
                .param("connection", connection)
                .param("person", person)
                .param("before", before)
                .param("limit", limit)
                .query(SqlHistory::past)
                .list();
    }

    private static PastStatement past(ResultSet row, int number) throws SQLException {
        return new PastStatement(
                row.getLong("id"),
                row.getObject("person_id", UUID.class),
                row.getString("person"),
                row.getString("sql"),
                row.getString("engine"),
                Outcome.valueOf(row.getString("outcome")),
                row.getLong("rows"),
                row.getLong("ms"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
