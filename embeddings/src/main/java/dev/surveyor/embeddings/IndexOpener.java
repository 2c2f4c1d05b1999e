package dev.surveyor.embeddings;

import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;

/**
 * Opens an index of the model in use at another place than the one that serves, as the settings
 * describe it; whoever opens it closes it.
 */
@FunctionalInterface
public interface IndexOpener {

    VectorIndex open(IndexKind kind);
}
