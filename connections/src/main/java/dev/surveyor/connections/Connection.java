package dev.surveyor.connections;

import java.time.Instant;
import java.util.UUID;

/**
 * A saved way into a user's database. Holds no secret.
 *
 * @param owner the owner's name
 * @param hasPassword whether one is sealed for it
 * @param hasKey whether the key of its client certificate is
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
        boolean powerfulRoleAllowed,
        ConnectionStatus status,
        long version,
        Instant created,
        Instant updated) {}
