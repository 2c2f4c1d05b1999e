package dev.surveyor.query.known;

import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.Passage;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.query.retrieve.PassageVectors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Vectors that a survey kept; what it did not keep is embedded here. */
@Component
class KeptVectors implements PassageVectors {

    private static final int PAGE = 2_000;

    private final JdbcClient client;
    private final TextEmbedder embedder;

    KeptVectors(
            @Qualifier(CatalogConfiguration.QUERY_POOL) DataSource pool, TextEmbedder embedder) {
        this.client = JdbcClient.create(pool);
        this.embedder = embedder;
    }

    @Override
    public List<Vector> of(UUID connection, List<Passage> passages) {
        EmbeddingModel model = embedder.model();
        List<UUID> ids =
                passages.stream()
                        .map(passage ->
                                Point.idOf(
                                        connection.toString(),
                                        passage.kind(),
                                        passage.subject(),
                                        passage.text(),
                                        model))
                        .toList();
        Map<UUID, Vector> kept = kept(ids);
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!kept.containsKey(ids.get(i))) {
                missing.add(passages.get(i).text());
            }
        }
        List<Vector> made = missing.isEmpty() ? List.of() : embedder.embedPassages(missing);
        List<Vector> vectors = new ArrayList<>();
        int next = 0;
        for (UUID id : ids) {
            Vector there = kept.get(id);
            vectors.add(there == null ? made.get(next++) : there);
        }
        return vectors;
    }

    private Map<UUID, Vector> kept(List<UUID> ids) {
        Map<UUID, Vector> kept = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            UUID[] some = ids.subList(from, Math.min(from + PAGE, ids.size())).toArray(UUID[]::new);
            client.sql("SELECT id, vector FROM point WHERE id = ANY (:ids) AND vector IS NOT NULL")
                    .param("ids", some)
                    .query(row -> {
                        byte @Nullable [] bytes = row.getBytes("vector");
                        if (bytes != null) {
                            kept.put(row.getObject("id", UUID.class), vector(bytes));
                        }
                    });
        }
        return kept;
    }

    private static Vector vector(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return Vector.of(values);
    }
}
