package dev.surveyor.connections.saved;

import dev.surveyor.access.UserBelongings;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.saved.ConnectionRows.Found;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Connections that somebody owns, for when they leave. */
@Component
class Belongings implements UserBelongings {

    private static final int LISTED_MAX = 1000;

    private final JdbcClient client;
    private final ConnectionRows rows;
    private final Ownership ownership;

    Belongings(JdbcClient client, ConnectionRows rows, Ownership ownership) {
        this.client = client;
        this.rows = rows;
        this.ownership = ownership;
    }

    @Override
    public List<Belonging> of(UUID owner) {
        return client.sql(
                        """
                        SELECT id, name FROM connection
                         WHERE owner_id = :owner AND removal_begun_at IS NULL
                         ORDER BY lower(name) COLLATE "C" LIMIT :limit
                        """)
                .param("owner", owner)
                .param("limit", LISTED_MAX)
                .query((row, number) ->
                        new Belonging(Acts.KIND, row.getString("id"), row.getString("name")))
                .list();
    }

    @Override
    public void handOver(UUID from, UUID to) {
        List<UUID> owned =
                client.sql(
                                """
                                SELECT id FROM connection
                                 WHERE owner_id = :owner AND removal_begun_at IS NULL ORDER BY id
                                """)
                        .param("owner", from)
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
        for (UUID id : owned) {
            Found found = rows.lock(id, null).orElseThrow(ConnectionsException::unknown);
            ownership.give(found.connection(), to);
        }
    }
}
