package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.catalog.Structure;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.sources.SourceException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What askers may not see of a connection. */
@Component
class Restricting {

    private final Administration administration;
    private final ConnectionRows rows;
    private final SourceSessions sessions;

    Restricting(Administration administration, ConnectionRows rows, SourceSessions sessions) {
        this.administration = administration;
        this.rows = rows;
        this.sessions = sessions;
    }

    ConnectionPolicies of(UUID id, Caller caller) {
        return administration.administer(id, caller).connection().policies();
    }

    /** Replaces them, if all that they name is in the database. */
    ConnectionPolicies restrict(UUID id, ConnectionPolicies policies, Caller caller) {
        Connection connection = administration.administer(id, caller).connection();
        new PolicyCheck(structure(connection)).require(policies);
        return administration.inTransaction(() -> {
            administration.lock(id, caller);
            rows.restrict(id, policies);
            administration.note(
                    caller,
                    "connection.restricted",
                    id,
                    Map.of(
                            "rules",
                            policies.rules().size(),
                            "liftedForOwners",
                            policies.liftedForOwners()));
            return policies;
        });
    }

    private Structure structure(Connection connection) {
        try (SessionLease lease = sessions.lease(connection, AskerClass.QUESTIONS)) {
            return lease.session().structure();
        } catch (SourceException e) {
            throw new ConnectionsException(
                    Code.SOURCE_UNAVAILABLE,
                    "Policies are checked against the database, which failed: " + e.getMessage(),
                    e);
        }
    }
}
