package dev.surveyor.connections.saved;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.reach.Reach;
import dev.surveyor.connections.saved.ConnectionRows.Found;
import dev.surveyor.connections.saved.ConnectionRows.Saved;
import dev.surveyor.connections.secrets.ConnectionSecrets;
import dev.surveyor.connections.secrets.ConnectionSecrets.Sealed;
import dev.surveyor.connections.secrets.ConnectionSecrets.Unsealed;
import dev.surveyor.connections.sessions.SessionPools;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Saving and changing; each act and its line in the audit trail are one transaction. */
@Component
class Administration {

    static final String KIND = "connection";
    private static final Sealed NO_SECRETS = new Sealed(null, null);

    /** A connection and how the caller stands to it. */
    record Held(Connection connection, Standing standing) {

        SavedConnection shown() {
            return SavedConnection.of(connection, standing);
        }
    }

    private final ConnectionRows rows;
    private final ConnectionSecrets credentials;
    private final Reach reach;
    private final SessionPools sessions;
    private final AuditTrail audit;
    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final ConnectionsSettings settings;

    Administration(
            ConnectionRows rows,
            ConnectionSecrets credentials,
            Reach reach,
            SessionPools sessions,
            AuditTrail audit,
            JdbcClient client,
            TransactionOperations transactions,
            ConnectionsSettings settings) {
        this.rows = rows;
        this.credentials = credentials;
        this.reach = reach;
        this.sessions = sessions;
        this.audit = audit;
        this.client = client;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * A connection of which the caller may know more than that it is there.
     *
     * @throws ConnectionsException for strangers as if there were none
     */
    Held see(UUID id, Caller caller) {
        Held held = held(rows.byId(id, caller.id()).orElse(null), caller);
        if (held.standing() == Standing.WATCHES) {
            throw new ConnectionsException(
                    Code.NOT_ALLOWED,
                    "You may see the name and status of this connection (GET …/status), not more.");
        }
        return held;
    }

    Held watch(UUID id, Caller caller) {
        return held(rows.byId(id, caller.id()).orElse(null), caller);
    }

    /** A connection that the caller may change. */
    Held administer(UUID id, Caller caller) {
        return requireChange(see(id, caller));
    }

    /** The same, held until the transaction ends. */
    Held lock(UUID id, Caller caller) {
        return requireChange(held(rows.lock(id, caller.id()).orElse(null), caller));
    }

    private static Held held(@Nullable Found found, Caller caller) {
        if (found == null) {
            throw ConnectionsException.unknown();
        }
        Standing standing = Standing.of(found.connection(), found.shared(), caller);
        if (standing == Standing.STRANGER) {
            throw ConnectionsException.unknown();
        }
        return new Held(found.connection(), standing);
    }

    private static Held requireChange(Held held) {
        if (!held.standing().changes()) {
            throw new ConnectionsException(
                    Code.NOT_ALLOWED,
                    "Only its owners may do this: ask %s.".formatted(held.connection().owner()));
        }
        return held;
    }

    Held create(Draft draft, Caller caller) {
        ConnectionAddress address = reach.formed(draft.address());
        Certificates.require(address, draft.key(), false);
        reach.require(address);
        return create(draft.at(address), ConnectionPolicies.NONE, "", caller);
    }

    /** Saves what was looked at before. */
    Held create(Draft draft, ConnectionPolicies policies, String message, Caller caller) {
        requireSessions(draft);
        boolean powerful = Boolean.TRUE.equals(draft.powerfulRoleAllowed());
        if (powerful && !caller.may(Permission.CONNECTIONS_ADMINISTER)) {
            throw adminsOnly();
        }
        UUID id = UUID.randomUUID();
        return inTransaction(() -> {
            requireRoom(caller.id());
            rows.insert(saved(id, draft, powerful, NO_SECRETS), caller.id(), policies, message);
            note(caller, "connection.created", id, draft);
            return see(id, caller);
        });
    }

    private void requireSessions(Draft draft) {
        int most = settings.sessionsPerConnectionMax();
        if (draft.options().questionSessions() > most || draft.options().surveySessions() > most) {
            throw ConnectionsException.field(
                    Code.FIELD_INVALID,
                    "questionSessions",
                    "must be %d at most, like surveySessions".formatted(most));
        }
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

    /** With the secrets that were given, or those that are there. */
    private Saved saved(UUID id, Draft draft, boolean powerful, Sealed before) {
        Sealed given = credentials.seal(id, new Unsealed(draft.password(), draft.key()));
        String keptKey = draft.address().certificate().isEmpty() ? null : before.key();
        return new Saved(
                id,
                draft.name(),
                draft.description(),
                draft.address(),
                given.password() == null ? before.password() : given.password(),
                given.key() == null ? keptKey : given.key(),
                draft.options(),
                powerful);
    }

    Held update(UUID id, Draft draft, @Nullable Long version, Caller caller) {
        administer(id, caller);
        ConnectionAddress address = reach.formed(draft.address());
        requireSessions(draft);
        reach.require(address);
        Held after =
                inTransaction(() -> {
                    Connection before = lock(id, caller).connection();
                    requireVersion(before, version);
                    Certificates.require(address, draft.key(), before.hasKey());
                    requireSecretsAgain(before, address, draft);
                    rows.update(
                            saved(
                                    id,
                                    draft.at(address),
                                    powerful(before, address, draft, caller),
                                    credentials.stored(id)));
                    note(caller, "connection.changed", id, draft.at(address));
                    return see(id, caller);
                });
        sessions.changed(id);
        return after;
    }

    private static void requireVersion(Connection before, @Nullable Long version) {
        if (version != null && version != before.version()) {
            throw new ConnectionsException(
                    Code.CHANGED_MEANWHILE,
                    "Somebody else has changed this connection meanwhile: read it again.");
        }
    }

    /** Else whoever may change where it leads would be told the secrets that others saved. */
    private static void requireSecretsAgain(
            Connection before, ConnectionAddress after, Draft draft) {
        if (before.address().equals(after)) {
            return;
        }
        if (before.hasPassword() && draft.password() == null) {
            throw ConnectionsException.field(
                    Code.FIELD_INVALID,
                    "password",
                    "must be given again, for the connection leads elsewhere or is protected in another way now");
        }
        if (before.hasKey() && draft.key() == null && !after.certificate().isEmpty()) {
            throw ConnectionsException.field(
                    Code.FIELD_INVALID,
                    "key",
                    "must be given again, for the connection leads elsewhere or is protected in another way now");
        }
    }

    /** An administrator's word holds for the role that they looked at. */
    private static boolean powerful(
            Connection before, ConnectionAddress after, Draft draft, Caller caller) {
        Boolean wanted = draft.powerfulRoleAllowed();
        if (caller.may(Permission.CONNECTIONS_ADMINISTER)) {
            return Objects.requireNonNullElse(wanted, before.powerfulRoleAllowed());
        }
        if (Boolean.TRUE.equals(wanted) && !before.powerfulRoleAllowed()) {
            throw adminsOnly();
        }
        return before.powerfulRoleAllowed()
                && !Boolean.FALSE.equals(wanted)
                && before.address().equals(after);
    }

    private static ConnectionsException adminsOnly() {
        return ConnectionsException.field(
                Code.NOT_ALLOWED,
                "powerfulRoleAllowed",
                "Only an administrator may allow a role that can do more than read.");
    }

    /** Gives the connection to another person, who is then its only owner besides those shared. */
    Held handOver(UUID id, UUID to, Caller caller) {
        return inTransaction(() -> {
            Connection before = lock(id, caller).connection();
            String newOwner = activePerson(to, "userId");
            requireRoom(to);
            give(before, to);
            note(caller, "connection.handed-over", id, Map.of("to", newOwner));
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
        String candidate = wanted;
        for (int number = 2; isTaken(candidate, owner); number++) {
            candidate = "%.90s (%d)".formatted(wanted, number);
        }
        return candidate;
    }

    private boolean isTaken(String name, UUID owner) {
        return client.sql(
                        """
                        SELECT EXISTS (SELECT FROM connection
                                        WHERE owner_id = :owner AND removal_begun_at IS NULL
                                          AND lower(name) COLLATE "C" = lower(:name) COLLATE "C")
                        """)
                .param("name", name)
                .param("owner", owner)
                .query(Boolean.class)
                .single();
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

    private void note(Caller caller, String action, UUID id, Draft draft) {
        note(
                caller,
                action,
                id,
                Map.of("name", draft.name(), "address", draft.address().display()));
    }

    void note(Caller caller, String action, UUID id, Map<String, ?> details) {
        audit.record(Actor.of(caller), action, KIND, id.toString(), details);
    }

    <T> T inTransaction(java.util.function.Supplier<T> work) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> work.get()));
        } catch (DuplicateKeyException e) {
            throw ConnectionsException.field(
                    Code.NAME_TAKEN, "name", "There is a connection of this name: choose another.");
        }
    }
}
