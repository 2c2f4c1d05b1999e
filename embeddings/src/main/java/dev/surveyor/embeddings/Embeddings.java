package dev.surveyor.embeddings;

import dev.surveyor.embeddings.local.LocalEmbedder;
import dev.surveyor.embeddings.lucene.EmbeddedIndex;
import dev.surveyor.embeddings.ollama.OllamaEmbedder;
import dev.surveyor.embeddings.qdrant.QdrantIndex;
import java.nio.file.Path;

/** Opens what the settings name. */
public final class Embeddings {

    private static final String INDEX = "index";

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
                            case OLLAMA -> ollama(settings, folder);
                        });
        return settings.cacheSize() == 0
                ? embedder
                : new CachingEmbedder(embedder, settings.cacheSize());
    }

    private static TextEmbedder local(EmbeddingSettings settings, Path folder) {
        return LocalEmbedder.open(
                settings.model(),
                folder.resolve("models"),
                settings.workersOrProcessors(),
                settings.queueSize());
    }

    private static TextEmbedder ollama(EmbeddingSettings settings, Path folder) {
        TextEmbedder embedder =
                OllamaEmbedder.open(
                        settings.ollamaUrl(),
                        settings.model(),
                        settings.ollamaTimeout(),
                        settings.workersOrProcessors());
        remembered(settings, folder).write(embedder.model());
        return embedder;
    }

    private static RememberedModel remembered(EmbeddingSettings settings, Path folder) {
        return new RememberedModel(folder.resolve("ollama-model.properties"), settings.model());
    }

    /**
     * The model whose index is to be opened. A distant embedder is asked only where it never
     * answered before: words are to be found also while it is away.
     */
    static EmbeddingModel model(EmbeddingSettings settings, Path folder, TextEmbedder embedder) {
        return switch (settings.provider()) {
            case LOCAL -> embedder.model();
            case OLLAMA -> remembered(settings, folder).read().orElseGet(embedder::model);
        };
    }

    /**
     * Opens the index of a model.
     *
     * @param folder where the embedded one lies
     * @throws EmbeddingException when it cannot be opened
     */
    public static VectorIndex index(EmbeddingSettings settings, Path folder, EmbeddingModel model) {
        Path indexes = folder.resolve(INDEX);
        return switch (settings.index()) {
            case EMBEDDED -> EmbeddedIndex.open(indexes, model);
            case QDRANT ->
                    new MirroredIndex(
                            QdrantIndex.open(
                                    settings.qdrantUrl(),
                                    settings.qdrantApiKey(),
                                    settings.qdrantTimeout(),
                                    settings.qdrantCollection(),
                                    model),
                            EmbeddedIndex.openWordsOnly(indexes, model));
        };
    }
}
