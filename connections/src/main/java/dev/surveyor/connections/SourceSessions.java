package dev.surveyor.connections;

/** The only place where sources are opened for use. */
public interface SourceSessions {

    /**
     * A session of the connection: a warm one where there is one, else a new one. Waits no longer
     * than the settings say.
     *
     * @throws ConnectionsException when all sessions are in use (saying which limit was met), the
     *     source cannot be reached or refuses, or its role could do too much
     */
    SessionLease lease(Connection connection, AskerClass use);
}
