package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.Right;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With whom connections are shared, and for what. */
@Component
class Sharing {

    /** What one person was given. */
    record Share(UUID userId, String username, Right right, Instant since) {}

    private final Admission admission;
    private final Acts acts;
    private final Ownership ownership;
    private final JdbcClient client;
    private final ConnectionsSettings settings;

    Sharing(
            Admission admission,
            Acts acts,
            Ownership ownership,
            JdbcClient client,
            ConnectionsSettings settings) {
        this.admission = admission;
        this.acts = acts;
        this.ownership = ownership;
        this.client = client;
        this.settings = settings;
    }

    List<Share> of(UUID id, Caller caller) {
        admission.administer(id, caller);
        return client.sql(
                        """
                        SELECT s.user_id, u.username, s.allowed, s.created_at
                          FROM connection_share s JOIN app_user u ON u.id = s.user_id
                         WHERE s.connection_id = :id
                         ORDER BY lower(u.username) COLLATE "C"
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Share(
                                row.getObject("user_id", UUID.class),
                                row.getString("username"),
                                Right.valueOf(row.getString("allowed")),
                                row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Gives it, or another right than before. */
    Share share(UUID id, UUID person, Right right, Caller caller) {
        return acts.inTransaction(() -> {
            Connection connection = admission.lock(id, caller).connection();
            String name = ownership.activePerson(person, "userId");
            if (connection.ownerId().equals(person)) {
                throw ConnectionsException.field(
                        Code.PERSON_INVALID, "userId", "This person owns the connection.");
            }
            requireRoom(id, person);
            Instant since =
                    client.sql(
                                    """
                                    INSERT INTO connection_share (connection_id, user_id, allowed)
                                    VALUES (:id, :user, :right)
                                    ON CONFLICT (connection_id, user_id) DO UPDATE SET allowed = :right
                                    RETURNING created_at
                                    """)
                            .param("id", id)
                            .param("user", person)
                            .param("right", right.name())
                            .query((row, number) ->
                                    row.getObject("created_at", OffsetDateTime.class).toInstant())
                            .single();
            acts.note(caller, "connection.shared", id, Map.of("with", name, "right", right));
            return new Share(person, name, right, since);
        });
    }

    private void requireRoom(UUID id, UUID besides) {
        long now =
                client.sql(
                                "SELECT count(*) FROM connection_share WHERE connection_id = :id AND user_id <> :besides")
                        .param("id", id)
                        .param("besides", besides)
                        .query(Long.class)
                        .single();
        if (now >= settings.sharesMax()) {
            throw new ConnectionsException(
                    Code.TOO_MANY_SHARES,
                    "A connection is shared with %d people at most (surveyor.connections.shares-max)."
                            .formatted(settings.sharesMax()));
        }
    }

    /** Takes it back; everybody may give back what they were given. */
    void unshare(UUID id, UUID person, Caller caller) {
        acts.inTransaction(() -> {
            if (person.equals(caller.id())) {
                admission.see(id, caller);
            } else {
                admission.lock(id, caller);
            }
            int gone =
                    client.sql(
                                    "DELETE FROM connection_share WHERE connection_id = :id AND user_id = :user")
                            .param("id", id)
                            .param("user", person)
                            .update();
            if (gone == 0) {
                throw new ConnectionsException(
                        Code.SHARE_UNKNOWN, "The connection is not shared with this person.");
            }
            acts.note(caller, "connection.unshared", id, Map.of("with", person));
            return gone;
        });
    }
}
