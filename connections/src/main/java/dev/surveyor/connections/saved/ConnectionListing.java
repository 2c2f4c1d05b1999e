package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Cursor;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.ConnectionStatus;
import dev.surveyor.connections.ConnectionStatus.State;
import dev.surveyor.connections.ConnectionsException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists in the order of names. Each way to know of a connection is a branch that walks an index and
 * stops, however many there are.
 */
@Component
class ConnectionListing {

    private static final String COLUMNS =
            """
            SELECT c.id, c.name, c.description, c.kind, c.owner_id, c.status, c.message, c.progress,
                   c.surveyed_at, lower(c.name) COLLATE "C" AS sort_key, %s AS standing
              FROM connection c
            """;

    private static final String ORDERED =
            " ORDER BY lower(c.name) COLLATE \"C\", c.id LIMIT :limit";

    private static final String OWN =
            COLUMNS.formatted("'OWNER'") + " WHERE c.owner_id = :user AND ";

    /** Begins with what is shared, however the planner guesses how much that is. */
    private static final String SHARED =
            "WITH given AS MATERIALIZED (SELECT connection_id, allowed FROM connection_share WHERE user_id = :user) "
                    + COLUMNS.formatted("s.allowed")
                    + " JOIN given s ON s.connection_id = c.id WHERE ";

    private static final String ALL =
            COLUMNS.formatted(
                            "CASE WHEN c.owner_id = :user THEN 'OWNER' WHEN s.allowed = 'OWNER' OR NOT :administers THEN coalesce(s.allowed, 'WATCHES') ELSE 'ADMINISTERS' END")
                    + " LEFT JOIN connection_share s ON s.connection_id = c.id AND s.user_id = :user WHERE ";

    private static final String PAGE =
            "SELECT l.*, u.username AS owner FROM (%s) l JOIN app_user u ON u.id = l.owner_id ORDER BY l.sort_key, l.id LIMIT :limit";

    /** Which connections are wanted; null: any. */
    record Wanted(
            @Nullable String kind,
            @Nullable State state,
            @Nullable String text,
            @Nullable UUID owner) {

        /**
         * Only what is asked for: a condition that may be off spoils the plan that the database
         * keeps for the statement.
         */
        private String conditions(boolean goesOn) {
            List<String> conditions = new ArrayList<>();
            conditions.add("c.removal_begun_at IS NULL");
            if (kind != null) {
                conditions.add("c.kind = :kind");
            }
            if (state != null) {
                conditions.add("c.status = :state");
            }
            if (text != null) {
                conditions.add(
                        "(strpos(lower(c.name), lower(:text)) > 0 OR strpos(lower(c.description), lower(:text)) > 0)");
            }
            if (owner != null) {
                conditions.add("c.owner_id = :owner");
            }
            if (goesOn) {
                conditions.add("(lower(c.name) COLLATE \"C\", c.id) > (:key, :last)");
            }
            return String.join(" AND ", conditions);
        }
    }

    /** A connection in a list. */
    record ListedConnection(
            UUID id,
            String name,
            String description,
            String kind,
            UUID ownerId,
            String owner,
            Standing access,
            ConnectionStatus status) {}

    private record Row(ListedConnection listed, String sortKey) {}

    record ListedConnections(List<ListedConnection> items, @Nullable String next) {}

    private final JdbcClient client;

    ConnectionListing(JdbcClient client) {
        this.client = client;
    }

    ListedConnections page(Wanted wanted, @Nullable String after, int limit, Caller caller) {
        boolean all = caller.may(Permission.CONNECTIONS_WATCH);
        Place place = after == null ? new Place(null, null) : Place.read(after);
        String rest = wanted.conditions(after != null) + ORDERED;
        String query =
                all
                        ? PAGE.formatted(ALL + rest)
                        : PAGE.formatted("(" + OWN + rest + ") UNION ALL (" + SHARED + rest + ")");
        State state = wanted.state();
        List<Row> rows =
                client.sql(query)
                        .param("user", caller.id())
                        .param("administers", caller.may(Permission.CONNECTIONS_ADMINISTER))
                        .param("kind", wanted.kind())
                        .param("state", state == null ? null : state.name())
                        .param("text", wanted.text())
                        .param("owner", wanted.owner())
                        .param("key", place.sortKey())
                        .param("last", place.id())
                        .param("limit", limit)
                        .query(ConnectionListing::row)
                        .list();
        return new ListedConnections(
                rows.stream().map(Row::listed).toList(),
                rows.size() < limit
                        ? null
                        : new Place(rows.getLast().sortKey(), rows.getLast().listed().id())
                                .write());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new ListedConnection(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("kind"),
                        row.getObject("owner_id", UUID.class),
                        row.getString("owner"),
                        Standing.valueOf(row.getString("standing")),
                        ConnectionRows.status(row)),
                row.getString("sort_key"));
    }

    /** Where a page ended. Names have any characters, cursors only ASCII. */
    private record Place(@Nullable String sortKey, @Nullable UUID id) {

        private static final int UUID_CHARS = 36;

        String write() {
            return Cursor.write(
                    id
                            + Base64.getEncoder()
                                    .encodeToString(
                                            String.valueOf(sortKey)
                                                    .getBytes(StandardCharsets.UTF_8)));
        }

        static Place read(String cursor) {
            String text = Cursor.read(cursor);
            try {
                return new Place(
                        new String(
                                Base64.getDecoder()
                                        .decode(
                                                text.substring(
                                                        Math.min(UUID_CHARS, text.length()))),
                                StandardCharsets.UTF_8),
                        UUID.fromString(text.substring(0, Math.min(UUID_CHARS, text.length()))));
            } catch (IllegalArgumentException e) {
                throw ConnectionsException.invalid(
                        "after", "must be the 'next' of the page before, unchanged");
            }
        }
    }
}
