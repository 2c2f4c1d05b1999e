package dev.surveyor.embeddings;

import dev.surveyor.embeddings.local.LocalEmbedder;
import dev.surveyor.embeddings.lucene.EmbeddedIndex;
import java.nio.file.Path;

/** Opens what the settings name. */
public final class Embeddings {

    private Embeddings() {}

    /**
     * An embedder that opens its model with its first use and remembers the vectors of the texts
     * that were asked for last.
     *
     * @param folder where models are unpacked
     */
    public static TextEmbedder embedder(EmbeddingSettings settings, Path folder) {
        TextEmbedder embedder =
                new LazyEmbedder(() ->
                        switch (settings.provider()) {
                            case LOCAL -> local(settings, folder);
                            case OLLAMA -> throw new UnsupportedOperationException();
                        });
        return settings.cacheSize() == 0
                ? embedder
                : new CachingEmbedder(embedder, settings.cacheSize());
    }

    /**
     * Opens the index of a model.
     *
     * @param folder where the embedded one lies
     * @throws EmbeddingException when it cannot be opened
     */
    public static VectorIndex index(EmbeddingSettings settings, Path folder, EmbeddingModel model) {
        return switch (settings.index()) {
            case EMBEDDED -> EmbeddedIndex.open(folder.resolve("index"), model);
            case QDRANT -> throw new UnsupportedOperationException();
        };
    }

    private static TextEmbedder local(EmbeddingSettings settings, Path folder) {
        return LocalEmbedder.open(
                settings.model(),
                folder.resolve("models"),
                settings.workersOrProcessors(),
                settings.queueSize());
    }
}
