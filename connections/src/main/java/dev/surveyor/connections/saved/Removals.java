package dev.surveyor.connections.saved;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionRemoval;
import dev.surveyor.connections.sessions.SessionPools;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes in two steps. The first is one transaction: from then on the connection is gone for
 * everybody, its secrets and shares are deleted. The second removes what hangs on it, part by part;
 * whoever dies in between leaves a row that the next sweep finds.
 */
@Component
public class Removals {

    private static final Logger LOG = LoggerFactory.getLogger(Removals.class);
    private static final int BATCH = 100;

    private final Admission admission;
    private final Acts acts;
    private final SessionPools sessions;
    private final ObjectProvider<ConnectionRemoval> parts;
    private final AuditTrail audit;
    private final JdbcClient client;

    Removals(
            Admission admission,
            Acts acts,
            SessionPools sessions,
            ObjectProvider<ConnectionRemoval> parts,
            AuditTrail audit,
            JdbcClient client) {
        this.admission = admission;
        this.acts = acts;
        this.sessions = sessions;
        this.parts = parts;
        this.audit = audit;
        this.client = client;
    }

    void begin(UUID id, Caller caller) {
        acts.inTransaction(() -> {
            Connection connection = admission.lock(id, caller).connection();
            client.sql("DELETE FROM connection_share WHERE connection_id = :id")
                    .param("id", id)
                    .update();
            acts.note(caller, "connection.deleted", id, Map.of("name", connection.name()));
            return client.sql(
                            """
                            UPDATE connection
                               SET removal_begun_at = now(), sealed_password = NULL, sealed_key = NULL
                             WHERE id = :id
                            """)
                    .param("id", id)
                    .update();
        });
        sessions.changed(id);
    }

    /** Finishes what was begun; what fails is tried again at the next call. */
    public void sweep() {
        List<UUID> begun =
                client.sql(
                                """
                                SELECT id FROM connection WHERE removal_begun_at IS NOT NULL
                                 ORDER BY removal_begun_at LIMIT :limit
                                """)
                        .param("limit", BATCH)
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
        begun.forEach(this::finish);
    }

    private void finish(UUID id) {
        try {
            parts.orderedStream().forEach(part -> part.remove(id));
            acts.inTransaction(() -> {
                int gone =
                        client.sql(
                                        "DELETE FROM connection WHERE id = :id AND removal_begun_at IS NOT NULL")
                                .param("id", id)
                                .update();
                if (gone > 0) {
                    audit.record(
                            Actor.SURVEYOR,
                            "connection.removed",
                            Acts.KIND,
                            id.toString(),
                            Map.of());
                }
                return gone;
            });
        } catch (RuntimeException e) {
            LOG.warn(
                    "Connection {} is not removed yet, the next try is in a minute: {}",
                    id,
                    e.getMessage());
        }
    }
}
