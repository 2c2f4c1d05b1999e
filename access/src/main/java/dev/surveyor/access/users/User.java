package dev.surveyor.access.users;

import dev.surveyor.access.Role;
import java.time.Instant;
import java.util.UUID;

/** A person who may log in, as others may see them. */
public record User(
        UUID id,
        String username,
        String email,
        Role role,
        boolean active,
        Instant created,
        Instant updated) {}
