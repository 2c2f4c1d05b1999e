package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.embeddings.Vector;
import java.util.function.Consumer;

/** Where the vectors of the texts come from by which an edition's tables and columns are found. */
@FunctionalInterface
public interface EditionVectors {

    /**
     * The vector of one text.
     *
     * @param subject full name of the table or column, as in {@code
     *     dev.surveyor.embeddings.Passage}
     */
    record Embedded(PointKind kind, String subject, Vector vector) {}

    /** Hands out those of tables and columns, one after another; others are passed over. */
    void read(EditionContent edition, Consumer<Embedded> vectors);
}
