package dev.surveyor.embeddings;

import java.util.Objects;

/**
 * A text that is to be found.
 *
 * @param schema the schema that the subject lies in; empty where it lies in none
 * @param subject what the text is about, such as a table's or a column's full name
 */
public record Passage(PointKind kind, String schema, String subject, String text) {

    public Passage {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
    }
}
