package dev.surveyor.embeddings.local;

import dev.surveyor.embeddings.EmbeddingModel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A model that can be run: its files and how they are meant to be used. */
record ModelFiles(
        String name,
        Content weights,
        Content tokenizer,
        Pooling pooling,
        int dimension,
        int tokensMax,
        String queryPrefix,
        String passagePrefix) {

    private static final int ID_DIGITS = 12;

    /** Its id changes with everything that changes its vectors. */
    EmbeddingModel model() {
        String content =
                String.join(
                        "|",
                        weights.key(),
                        Long.toString(weights.size()),
                        tokenizer.key(),
                        pooling.name(),
                        Integer.toString(tokensMax),
                        queryPrefix,
                        passagePrefix);
        UUID hash = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        String digits = hash.toString().replace("-", "").substring(0, ID_DIGITS);
        return new EmbeddingModel(
                name + "@" + digits, dimension, tokensMax, queryPrefix, passagePrefix);
    }
}
