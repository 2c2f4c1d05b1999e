package dev.surveyor.embeddings;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens an embedder when it is first used; a failure to open is met again by the next use. */
final class LazyEmbedder implements TextEmbedder {

    private final Supplier<TextEmbedder> opening;
    private volatile @Nullable TextEmbedder opened;
    private boolean closed;

    LazyEmbedder(Supplier<TextEmbedder> opening) {
        this.opening = opening;
    }

    private TextEmbedder opened() {
        TextEmbedder there = opened;
        return there != null ? there : open();
    }

    private synchronized TextEmbedder open() {
        if (closed) {
            throw new EmbeddingException(
                    EmbeddingException.Code.STOPPED,
                    true,
                    "Embedding was stopped with the program: start it again.",
                    null);
        }
        TextEmbedder there = opened;
        if (there == null) {
            there = opening.get();
            opened = there;
        }
        return there;
    }

    @Override
    public EmbeddingModel model() {
        return opened().model();
    }

    @Override
    public Vector embedQuery(String text) {
        return opened().embedQuery(text);
    }

    @Override
    public List<Vector> embedPassages(List<String> texts) {
        return opened().embedPassages(texts);
    }

    @Override
    public List<String> chunks(Document document) {
        return opened().chunks(document);
    }

    @Override
    public EmbeddingCounts counts() {
        TextEmbedder there = opened;
        return there == null ? new EmbeddingCounts(0, 0) : there.counts();
    }

    @Override
    public synchronized void close() {
        closed = true;
        TextEmbedder there = opened;
        if (there != null) {
            there.close();
        }
    }
}
