package dev.surveyor.connections;

import dev.surveyor.access.Role;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A saved way into a user's database. Holds no secret.
 *
 * @param owner the owner's name
 * @param hasPassword whether one is sealed for it
 * @param hasKey whether the key of its client certificate is
 * @param closed tables that nobody whom policies bind may see until they are saved anew
 * @param powerfulRoleAllowed whether an administrator allows a role that could do harm
 * @param version counts the changes that people make
 */
public record Connection(
        UUID id,
        UUID ownerId,
        String owner,
        String name,
        String description,
        ConnectionAddress address,
        boolean hasPassword,
        boolean hasKey,
        ConnectionOptions options,
        ConnectionPolicies policies,
        List<TableName> closed,
        boolean powerfulRoleAllowed,
        ConnectionStatus status,
        long version,
        Instant created,
        Instant updated) {
    public Connection {
        closed = List.copyOf(closed);
    }

    /** What binds an asker. */
    public Policies policiesOf(UUID asker, Role role, Right right) {
        return policies.of(asker, role, right, options, closed);
    }
}
