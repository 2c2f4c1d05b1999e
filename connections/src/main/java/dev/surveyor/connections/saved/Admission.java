package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.saved.ConnectionRows.Found;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets callers in to a connection as far as they stand to it. */
@Component
class Admission {

    /** A connection and how the caller stands to it. */
    record Held(Connection connection, Standing standing) {

        SavedConnection shown() {
            return SavedConnection.of(connection, standing);
        }
    }

    private final ConnectionRows rows;

    Admission(ConnectionRows rows) {
        this.rows = rows;
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
}
