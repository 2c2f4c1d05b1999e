package dev.surveyor.query.retrieve;

import dev.surveyor.embeddings.Passage;
import dev.surveyor.embeddings.Vector;
import java.util.List;
import java.util.UUID;

/**
 * Where the vectors come from of the texts by which tables and columns are found: from what a
 * survey kept, or from the embedder.
 */
@FunctionalInterface
public interface PassageVectors {

    /** Those of a connection's passages, in their order. */
    List<Vector> of(UUID connection, List<Passage> passages);
}
