package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.reach.Reach;
import dev.surveyor.connections.saved.Admission.Held;
import dev.surveyor.connections.saved.ConnectionRows.Saved;
import dev.surveyor.connections.secrets.ConnectionSecrets;
import dev.surveyor.connections.secrets.ConnectionSecrets.Sealed;
import dev.surveyor.connections.secrets.ConnectionSecrets.Unsealed;
import dev.surveyor.connections.sessions.SessionPools;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves what people typed, and what they change later. */
@Component
class Saving {

    private static final Sealed NO_SECRETS = new Sealed(null, null);

    private final Admission admission;
    private final Acts acts;
    private final Ownership ownership;
    private final ConnectionRows rows;
    private final ConnectionSecrets credentials;
    private final Reach reach;
    private final SessionPools sessions;
    private final ConnectionsSettings settings;

    Saving(
            Admission admission,
            Acts acts,
            Ownership ownership,
            ConnectionRows rows,
            ConnectionSecrets credentials,
            Reach reach,
            SessionPools sessions,
            ConnectionsSettings settings) {
        this.admission = admission;
        this.acts = acts;
        this.ownership = ownership;
        this.rows = rows;
        this.credentials = credentials;
        this.reach = reach;
        this.sessions = sessions;
        this.settings = settings;
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
        return acts.inTransaction(() -> {
            ownership.requireRoom(caller.id());
            rows.insert(saved(id, draft, powerful, NO_SECRETS), caller.id(), policies, message);
            acts.note(caller, "connection.created", id, draft);
            return admission.see(id, caller);
        });
    }

    private void requireSessions(Draft draft) {
        requireSessions("questionSessions", draft.options().questionSessions());
        requireSessions("surveySessions", draft.options().surveySessions());
    }

    private void requireSessions(String field, int wanted) {
        int most = settings.sessionsPerConnectionMax();
        if (wanted > most) {
            throw ConnectionsException.invalid(
                    field,
                    "must be %d at most (surveyor.connections.sessions-per-connection-max)"
                            .formatted(most));
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
        admission.administer(id, caller);
        ConnectionAddress address = reach.formed(draft.address());
        requireSessions(draft);
        reach.require(address);
        Held after =
                acts.inTransaction(() -> {
                    Connection before = admission.lock(id, caller).connection();
                    requireVersion(before, version);
                    Certificates.require(address, draft.key(), before.hasKey());
                    requireSecretsAgain(before, address, draft);
                    rows.update(
                            saved(
                                    id,
                                    draft.at(address),
                                    powerful(before, address, draft, caller),
                                    credentials.stored(id)));
                    acts.note(caller, "connection.changed", id, draft.at(address));
                    return admission.see(id, caller);
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
            throw ConnectionsException.invalid(
                    "password",
                    "must be given again, for the connection leads elsewhere or is protected in another way now");
        }
        if (before.hasKey() && draft.key() == null && !after.certificate().isEmpty()) {
            throw ConnectionsException.invalid(
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
}
