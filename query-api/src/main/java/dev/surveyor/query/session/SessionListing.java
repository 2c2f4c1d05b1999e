package dev.surveyor.query.session;

import dev.surveyor.query.keep.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations as their owners see them. */
@Component
class SessionListing {

    static final int TITLE_CHARS_MAX = 100;

    /**
     * A conversation in a list.
     *
     * @param messages how many it ever had
     * @param runId of the question that is being answered
     */
    record ListedSession(
            UUID id,
            String title,
            int messages,
            Instant createdAt,
            Instant usedAt,
            @Nullable UUID runId) {}

    /**
     * A conversation that is gone.
     *
     * @param run of the question that was being answered
     */
    record Deleted(@Nullable UUID run) {}

    /** Where a page ended. */
    record Place(Instant used, UUID id) {}

    private static final String LISTED =
            """
            SELECT id, title, messages, created_at, used_at,
                   CASE WHEN running_until > now() THEN run_id END AS run_id
              FROM chat_session WHERE connection_id = :connection AND owner_id = :owner
            """;

    private final JdbcClient client;

    SessionListing(JdbcClient client) {
        this.client = client;
    }

    /** The one used last comes first. */
    List<ListedSession> page(UUID connection, UUID owner, @Nullable Place after, int limit) {
        return client.sql(
                        LISTED
                                + (after == null ? "" : " AND (used_at, id) < (:used, :last)")
                                + " ORDER BY used_at DESC, id DESC LIMIT :limit")
                .param("connection", connection)
                .param("owner", owner)
                .param("used", after == null ? null : after.used().atOffset(ZoneOffset.UTC))
                .param("last", after == null ? null : after.id())
                .param("limit", limit)
                .query(SessionListing::listed)
                .list();
    }

    Optional<ListedSession> byId(UUID connection, UUID owner, UUID id) {
        return client.sql(LISTED + " AND id = :id")
                .param("connection", connection)
                .param("owner", owner)
                .param("id", id)
                .query(SessionListing::listed)
                .optional();
    }

    void rename(UUID connection, UUID owner, UUID id, String title) {
        client.sql(
                        """
                        UPDATE chat_session SET title = :title
                         WHERE id = :id AND connection_id = :connection AND owner_id = :owner
                        """)
                .param("title", Wording.title(TITLE_CHARS_MAX, title))
                .param("id", id)
                .param("connection", connection)
                .param("owner", owner)
                .update();
    }

    /** Empty where there was none. */
    Optional<Deleted> delete(UUID connection, UUID owner, UUID id) {
        return client.sql(
                        """
                        DELETE FROM chat_session
                         WHERE id = :id AND connection_id = :connection AND owner_id = :owner
                        RETURNING run_id
                        """)
                .param("id", id)
                .param("connection", connection)
                .param("owner", owner)
                .query((row, number) -> new Deleted(row.getObject("run_id", UUID.class)))
                .optional();
    }

    private static ListedSession listed(ResultSet row, int number) throws SQLException {
        return new ListedSession(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getInt("messages"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant(),
                row.getObject("run_id", UUID.class));
    }
}
