package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.saved.Admission.Held;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose connections are: each has one owner, who has only so many, all of different names. */
@Component
class Ownership {

    private final Admission admission;
    private final Acts acts;
    private final ConnectionRows rows;
    private final JdbcClient client;
    private final ConnectionsSettings settings;

    Ownership(
            Admission admission,
            Acts acts,
            ConnectionRows rows,
            JdbcClient client,
            ConnectionsSettings settings) {
        this.admission = admission;
        this.acts = acts;
        this.rows = rows;
        this.client = client;
        this.settings = settings;
    }

    /** Holds the owner's row, so that two at once cannot both be the last that fits. */
    void requireRoom(UUID owner) {
        client.sql("SELECT 1 FROM app_user WHERE id = :id FOR NO KEY UPDATE")
                .param("id", owner)
                .query(Integer.class)
                .single();
        if (rows.ownedBy(owner) >= settings.ownedMax()) {
            throw new ConnectionsException(
                    Code.TOO_MANY_CONNECTIONS,
                    "One person may have %d connections (surveyor.connections.owned-max): delete one first."
                            .formatted(settings.ownedMax()));
        }
    }

    /** Gives the connection to another person, who is then its only owner besides those shared. */
    Held handOver(UUID id, UUID to, Caller caller) {
        return acts.inTransaction(() -> {
            Connection before = admission.lock(id, caller).connection();
            String newOwner = activePerson(to, "userId");
            requireRoom(to);
            give(before, to);
            acts.note(caller, "connection.handed-over", id, Map.of("to", newOwner));
            return watchOrGone(id, caller, before);
        });
    }

    /** Who gave everything away is a stranger from now on, but is told that it went well. */
    private Held watchOrGone(UUID id, Caller caller, Connection before) {
        return rows.byId(id, caller.id())
                .map(found ->
                        new Held(
                                found.connection(),
                                Standing.of(found.connection(), found.shared(), caller)))
                .orElse(new Held(before, Standing.STRANGER));
    }

    /**
     * In the transaction that is under way. A name that the new owner has already gets a number.
     */
    void give(Connection connection, UUID to) {
        client.sql("DELETE FROM connection_share WHERE connection_id = :id AND user_id = :user")
                .param("id", connection.id())
                .param("user", to)
                .update();
        rows.give(connection.id(), to, freeName(connection.name(), to));
    }

    /** The name itself or, where its owner-to-be has one of this name, with a number behind it. */
    String freeName(String wanted, UUID owner) {
        String start = "%.90s".formatted(wanted);
        Set<String> taken =
                Set.copyOf(
                        client.sql(
                                        """
                                        SELECT lower(name) FROM connection
                                         WHERE owner_id = :owner AND removal_begun_at IS NULL
                                           AND starts_with(lower(name), lower(:start))
                                        """)
                                .param("owner", owner)
                                .param("start", start)
                                .query(String.class)
                                .list());
        String candidate = wanted;
        for (int number = 2; taken.contains(candidate.toLowerCase(Locale.ROOT)); number++) {
            candidate = "%s (%d)".formatted(start, number);
        }
        return candidate;
    }

    /** The name of somebody who can be given something. */
    String activePerson(UUID id, String field) {
        return client.sql("SELECT username FROM app_user WHERE id = :id AND active")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() ->
                        ConnectionsException.field(
                                Code.PERSON_INVALID,
                                field,
                                "Nobody active has this id: find people with GET /api/v1/users/search."));
    }
}
