package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Right;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How somebody stands to a connection. */
public enum Standing {
    /** Is not to know of it. */
    STRANGER,
    /** Knows its name and status. */
    WATCHES,
    CHAT,
    VIEW,
    /** May change it, sees no data through it. */
    ADMINISTERS,
    OWNER;

    static Standing of(Connection connection, @Nullable Right shared, Caller caller) {
        if (connection.ownerId().equals(caller.id()) || shared == Right.OWNER) {
            return OWNER;
        }
        if (caller.may(Permission.CONNECTIONS_ADMINISTER)) {
            return ADMINISTERS;
        }
        if (shared != null) {
            return shared == Right.VIEW ? VIEW : CHAT;
        }
        return caller.may(Permission.CONNECTIONS_WATCH) ? WATCHES : STRANGER;
    }

    boolean changes() {
        return this == OWNER || this == ADMINISTERS;
    }

    static Optional<Right> right(Connection connection, @Nullable Right shared, Caller caller) {
        return connection.ownerId().equals(caller.id())
                ? Optional.of(Right.OWNER)
                : Optional.ofNullable(shared);
    }
}
