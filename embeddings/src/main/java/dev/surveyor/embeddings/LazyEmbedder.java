package dev.surveyor.embeddings;

import java.util.List;
import java.util.function.Supplier;

/** Opens an embedder when it is first used; a failure to open is met again by the next use. */
final class LazyEmbedder implements TextEmbedder {

    private final Lazy<TextEmbedder> lazy;

    LazyEmbedder(Supplier<TextEmbedder> opening) {
        this.lazy =
                new Lazy<>(
                        opening,
                        TextEmbedder::close,
                        "Embedding was stopped with the program: start it again.");
    }

    @Override
    public EmbeddingModel model() {
        return lazy.opened().model();
    }

    @Override
    public Vector embedQuery(String text) {
        return lazy.opened().embedQuery(text);
    }

    @Override
    public List<Vector> embedPassages(List<String> texts) {
        return lazy.opened().embedPassages(texts);
    }

    @Override
    public List<String> chunks(Document document) {
        return lazy.opened().chunks(document);
    }

    @Override
    public EmbeddingCounts counts() {
        TextEmbedder there = lazy.ifOpened();
        return there == null ? new EmbeddingCounts(0, 0) : there.counts();
    }

    @Override
    public void close() {
        lazy.end();
    }
}
