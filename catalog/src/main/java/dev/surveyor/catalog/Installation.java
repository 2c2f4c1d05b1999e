package dev.surveyor.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** This Surveyor as its catalog knows it: made once, when the catalog was laid out. */
public record Installation(UUID id, Instant createdAt) {

    public Installation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
