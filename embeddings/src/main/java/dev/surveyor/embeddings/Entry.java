package dev.surveyor.embeddings;

import java.util.UUID;

/** A point as an index gives it back: without its vector. */
public record Entry(
        UUID id, String connection, PointKind kind, String schema, String subject, String text) {

    public static Entry of(Point point) {
        return new Entry(
                point.id(),
                point.connection(),
                point.kind(),
                point.schema(),
                point.subject(),
                point.text());
    }
}
