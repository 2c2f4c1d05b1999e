package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.catalog.Structure;
import dev.surveyor.connections.AskerAttribute;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What askers may not see of a connection. */
@Component
class Restricting {

    private final Admission admission;
    private final Acts acts;
    private final ConnectionRows rows;
    private final SourceSessions sessions;
    private final JdbcClient client;

    Restricting(
            Admission admission,
            Acts acts,
            ConnectionRows rows,
            SourceSessions sessions,
            JdbcClient client) {
        this.admission = admission;
        this.acts = acts;
        this.rows = rows;
        this.sessions = sessions;
        this.client = client;
    }

    ConnectionPolicies of(UUID id, Caller caller) {
        return admission.administer(id, caller).connection().policies();
    }

    /** Replaces them, if all that they name is in the database. */
    ConnectionPolicies restrict(UUID id, ConnectionPolicies policies, Caller caller) {
        Connection connection = admission.administer(id, caller).connection();
        PolicyCheck.requireAttributes(policies.attributes());
        requirePeople(policies);
        if (!policies.nameNothing()) {
            check(connection, policies);
        }
        return acts.inTransaction(() -> {
            admission.lock(id, caller);
            rows.restrict(id, policies);
            acts.note(
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

    /** A rule for somebody who is not there binds nobody. */
    private void requirePeople(ConnectionPolicies policies) {
        Set<UUID> named =
                Stream.concat(
                                policies.rules().stream()
                                        .flatMap(rule -> Stream.ofNullable(rule.person())),
                                policies.attributes().stream().map(AskerAttribute::person))
                        .collect(Collectors.toSet());
        if (!named.isEmpty()
                && client.sql("SELECT count(*) FROM app_user WHERE id IN (:named)")
                                .param("named", named)
                                .query(Integer.class)
                                .single()
                        < named.size()) {
            throw ConnectionsException.field(
                    Code.PERSON_INVALID,
                    "person",
                    "Nobody has one of these ids: find people with GET /api/v1/users/search.");
        }
    }

    private void check(Connection connection, ConnectionPolicies policies) {
        try (SessionLease lease = sessions.lease(connection, AskerClass.QUESTIONS)) {
            SourceSession session = lease.session();
            Structure structure = session.structure();
            new PolicyCheck(
                            structure,
                            new GuardReading(structure, session.statementRules(), session))
                    .require(policies);
        } catch (SourceException e) {
            throw new ConnectionsException(
                    Code.SOURCE_UNAVAILABLE,
                    "Policies are checked against the database, which failed: " + e.getMessage(),
                    e);
        }
    }
}
