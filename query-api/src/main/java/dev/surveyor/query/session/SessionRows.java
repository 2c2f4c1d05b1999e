package dev.surveyor.query.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which conversation. The clock is the store's, by which all processes go. */
@Component
class SessionRows {

    /**
     * A conversation whose row this transaction holds.
     *
     * @param run that holds the conversation
     * @param alive whether that run gave a sign of life in time
     */
    record Held(UUID session, @Nullable UUID run, boolean alive) {}

    private static final String HELD =
            """
            SELECT id, run_id, coalesce(running_until > clock_timestamp(), false) AS alive
              FROM chat_session
            """;

    private final JdbcClient client;

    SessionRows(JdbcClient client) {
        this.client = client;
    }

    Optional<Held> lock(UUID session, UUID connection, UUID owner) {
        return client.sql(
                        HELD
                                + " WHERE id = :id AND connection_id = :connection AND owner_id = :owner FOR UPDATE")
                .param("id", session)
                .param("connection", connection)
                .param("owner", owner)
                .query(SessionRows::held)
                .optional();
    }

    /** Those whose run gave no sign of life in time, but for those that somebody else holds. */
    List<Held> lockDead(int limit) {
        return client.sql(
                        HELD
                                + " WHERE running_until < clock_timestamp() LIMIT :limit FOR UPDATE SKIP LOCKED")
                .param("limit", limit)
                .query(SessionRows::held)
                .list();
    }

    boolean prolong(UUID run, Duration duration) {
        return client.sql(
                                """
                                UPDATE chat_session
                                   SET running_until = clock_timestamp() + make_interval(secs => :seconds)
                                 WHERE run_id = :run
                                """)
                        .param("seconds", duration.toMillis() / 1000.0)
                        .param("run", run)
                        .update()
                > 0;
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getBoolean("alive"));
    }
}
