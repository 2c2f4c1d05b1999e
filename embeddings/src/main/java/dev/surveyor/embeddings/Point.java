package dev.surveyor.embeddings;

import dev.surveyor.catalog.TextHash;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that can be found. It is content: the same text of the same subject has the same id
 * wherever and whenever it is made.
 *
 * @param id hash of connection, kind, subject, text, model and dimension
 * @param schema the schema that the subject lies in; empty where it lies in none
 * @param subject what the text is about, such as a table's or a column's full name
 * @param model id of the model that made the vector; empty for a text that is found by its words
 *     alone
 */
public record Point(
        UUID id,
        String connection,
        PointKind kind,
        String schema,
        String subject,
        String text,
        String model,
        @Nullable Vector vector) {

    public Point {
        Objects.requireNonNull(schema, "schema");
        int dimension = vector == null ? 0 : vector.dimension();
        UUID expected = hash(connection, kind, subject, text, model, dimension);
        if (!expected.equals(id)) {
            throw new IllegalArgumentException(
                    "a point's id is the hash of its content, %s, not %s".formatted(expected, id));
        }
        if (model.isEmpty() != (vector == null)) {
            throw new IllegalArgumentException("a point has a model where it has a vector");
        }
    }

    /** A text that is found by meaning and by word. */
    public static Point dense(
            String connection,
            PointKind kind,
            String schema,
            String subject,
            String text,
            EmbeddingModel model,
            Vector vector) {
        if (vector.dimension() != model.dimension()) {
            throw new IllegalArgumentException(
                    "a vector of %s has %d dimensions, not %d"
                            .formatted(model.id(), model.dimension(), vector.dimension()));
        }
        UUID id = idOf(connection, kind, subject, text, model);
        return new Point(id, connection, kind, schema, subject, text, model.id(), vector);
    }

    /** A text that is found by its words alone. */
    public static Point lexical(
            String connection, PointKind kind, String schema, String subject, String text) {
        UUID id = hash(connection, kind, subject, text, "", 0);
        return new Point(id, connection, kind, schema, subject, text, "", null);
    }

    /** Tells, before anything is embedded, whether a point is there already. */
    public static UUID idOf(
            String connection, PointKind kind, String subject, String text, EmbeddingModel model) {
        return hash(connection, kind, subject, text, model.id(), model.dimension());
    }

    private static UUID hash(
            String connection,
            PointKind kind,
            String subject,
            String text,
            String model,
            int dimension) {
        return TextHash.of(
                connection, kind.key(), subject, text, model, Integer.toString(dimension));
    }
}
