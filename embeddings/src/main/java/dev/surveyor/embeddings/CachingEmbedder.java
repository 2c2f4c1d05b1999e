package dev.surveyor.embeddings;

import dev.surveyor.catalog.TextHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Remembers the vectors of the texts that were asked for last, by the texts' hashes. */
final class CachingEmbedder implements TextEmbedder {

    private static final float LOAD_FACTOR = 0.75f;

    private final TextEmbedder embedder;
    private final Map<UUID, Vector> known;
    private final LongAdder remembered = new LongAdder();

    CachingEmbedder(TextEmbedder embedder, int vectorsMax) {
        this.embedder = embedder;
        known =
                new LinkedHashMap<>(16, LOAD_FACTOR, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<UUID, Vector> eldest) {
                        return size() > vectorsMax;
                    }
                };
    }

    @Override
    public EmbeddingModel model() {
        return embedder.model();
    }

    @Override
    public Vector embedQuery(String text) {
        UUID key = key("query", text);
        Vector there = recall(key);
        if (there != null) {
            return there;
        }
        Vector vector = embedder.embedQuery(text);
        remember(key, vector);
        return vector;
    }

    /** The same text twice is read once. */
    @Override
    public List<Vector> embedPassages(List<String> texts) {
        Map<UUID, Vector> vectors = new LinkedHashMap<>();
        Map<UUID, String> missing = new LinkedHashMap<>();
        List<UUID> keys = texts.stream().map(text -> key("passage", text)).toList();
        for (int i = 0; i < keys.size(); i++) {
            UUID key = keys.get(i);
            Vector there = vectors.containsKey(key) ? null : recall(key);
            if (there != null) {
                vectors.put(key, there);
            } else if (!vectors.containsKey(key)) {
                missing.put(key, texts.get(i));
            }
        }
        List<Vector> embedded = embedder.embedPassages(List.copyOf(missing.values()));
        int next = 0;
        for (UUID key : missing.keySet()) {
            Vector vector = embedded.get(next++);
            vectors.put(key, vector);
            remember(key, vector);
        }
        List<Vector> inOrder = new ArrayList<>();
        for (UUID key : keys) {
            inOrder.add(Objects.requireNonNull(vectors.get(key)));
        }
        return inOrder;
    }

    private @Nullable Vector recall(UUID key) {
        synchronized (known) {
            Vector vector = known.get(key);
            if (vector != null) {
                remembered.increment();
            }
            return vector;
        }
    }

    private void remember(UUID key, Vector vector) {
        synchronized (known) {
            known.put(key, vector);
        }
    }

    private static UUID key(String role, String text) {
        return TextHash.of(role, text);
    }

    @Override
    public List<String> chunks(Document document) {
        return embedder.chunks(document);
    }

    @Override
    public EmbeddingCounts counts() {
        return new EmbeddingCounts(embedder.counts().modelCalls(), remembered.sum());
    }

    @Override
    public void close() {
        embedder.close();
    }
}
