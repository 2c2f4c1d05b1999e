package dev.surveyor.embeddings;

import java.util.Objects;
import java.util.UUID;

/**
 * A point that fits, as one way of looking for it scores it.
 *
 * @param score by meaning: the cosine; by word: BM25; the higher the better
 */
public record Candidate(UUID id, double score) {

    public Candidate {
        Objects.requireNonNull(id, "id");
    }
}
