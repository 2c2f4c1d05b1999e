package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionStatus;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.Right;
import dev.surveyor.connections.saved.ConnectionRows.Found;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other modules are told. */
@Component
class SavedConnections implements Connections {

    private static final int MESSAGE_CHARS_MAX = 1000;

    private final ConnectionRows rows;
    private final JdbcClient client;

    SavedConnections(ConnectionRows rows, JdbcClient client) {
        this.rows = rows;
        this.client = client;
    }

    @Override
    public Usable require(UUID id, Caller caller, Right wanted) {
        Found found = rows.byId(id, caller.id()).orElseThrow(ConnectionsException::unknown);
        Connection connection = found.connection();
        Optional<Right> right = Standing.right(connection, found.shared(), caller);
        if (right.isPresent() && right.get().includes(wanted)) {
            return new Usable(
                    connection,
                    right.get(),
                    connection.policiesOf(caller.id(), caller.role(), right.get()),
                    connection.policies().attributesOf(caller, right.get()));
        }
        if (Standing.of(connection, found.shared(), caller) == Standing.STRANGER) {
            throw ConnectionsException.unknown();
        }
        throw new ConnectionsException(
                Code.NOT_ALLOWED,
                "This needs the connection to be shared with you for %s: ask %s."
                        .formatted(wanted, connection.owner()));
    }

    @Override
    public List<UUID> askable(Caller caller, int limit) {
        return client.sql(
                        """
                        SELECT id FROM connection
                         WHERE removal_begun_at IS NULL
                           AND (owner_id = :user
                                OR id IN (SELECT connection_id FROM connection_share WHERE user_id = :user))
                         ORDER BY surveyed_at DESC NULLS LAST, id LIMIT :limit
                        """)
                .param("user", caller.id())
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    @Override
    public Optional<Connection> byId(UUID id) {
        return rows.byId(id, null).map(Found::connection);
    }

    @Override
    public void report(UUID id, ConnectionStatus.State state, String message, int progress) {
        client.sql(
                        """
                        UPDATE connection SET status = :state, message = :message, progress = :progress
                         WHERE id = :id
                        """)
                .param("state", state.name())
                .param(
                        "message",
                        message.substring(0, Math.min(message.length(), MESSAGE_CHARS_MAX)))
                .param("progress", progress)
                .param("id", id)
                .update();
    }

    @Override
    public void surveyed(UUID id, Instant end) {
        client.sql(
                        """
                        UPDATE connection SET status = 'READY', message = '', progress = 100, surveyed_at = :end
                         WHERE id = :id
                        """)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    @Override
    public void close(UUID id, Set<TableName> tables) {
        rows.close(id, tables);
    }
}
