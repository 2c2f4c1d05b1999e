package dev.surveyor.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a parameter of this type in a controller gets the one whose credentials came along.
 *
 * @param permissions those of the role, or of the key where one was used: never more than the
 *     role's
 * @param sessionId the log-in that the access token belongs to; null for a key
 */
public record Caller(
        UUID id,
        String username,
        String email,
        Role role,
        Set<Permission> permissions,
        @Nullable UUID sessionId,
        @Nullable UUID keyId) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
