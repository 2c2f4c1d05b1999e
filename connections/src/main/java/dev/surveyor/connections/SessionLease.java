package dev.surveyor.connections;

import dev.surveyor.sources.SourceSession;

/** A session for a while; closing the lease gives it back, also when its work failed. */
public interface SessionLease extends AutoCloseable {

    /** Not to be closed, nor used after the lease. */
    SourceSession session();

    @Override
    void close();
}
