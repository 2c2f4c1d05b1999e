package dev.surveyor.embeddings;

import java.util.Objects;

/**
 * What makes vectors comparable: two of one model are, two of different models never.
 *
 * @param id name and content of the model; another file under the same name has another id
 * @param tokensMax how long a text the model reads at once
 * @param queryPrefix what a question is begun with
 * @param passagePrefix what a text to be found is begun with
 */
public record EmbeddingModel(
        String id, int dimension, int tokensMax, String queryPrefix, String passagePrefix) {

    public EmbeddingModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(queryPrefix, "queryPrefix");
        Objects.requireNonNull(passagePrefix, "passagePrefix");
        if (id.isBlank() || dimension < 1 || tokensMax < 8) {
            throw new IllegalArgumentException(
                    "a model has an id, a dimension and room for some tokens, not '%s', %d and %d"
                            .formatted(id, dimension, tokensMax));
        }
    }
}
