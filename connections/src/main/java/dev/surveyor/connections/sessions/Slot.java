package dev.surveyor.connections.sessions;

import dev.surveyor.sources.SourceSession;
import java.util.Optional;

/** The right to one session, with a warm one where there was one. */
final class Slot {

    final Ledger.Key key;
    final long version;
    final Optional<SourceSession> warm;
    final long idleNanos;

    /** Whether the connection was changed meanwhile; touched under the ledger's lock only. */
    boolean outdated;

    Slot(Ledger.Key key, long version, Optional<SourceSession> warm, long idleNanos) {
        this.key = key;
        this.version = version;
        this.warm = warm;
        this.idleNanos = idleNanos;
    }
}
