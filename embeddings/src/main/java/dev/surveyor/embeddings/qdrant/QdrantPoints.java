package dev.surveyor.embeddings.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.ValueFactory.value;
import static io.qdrant.client.VectorFactory.vector;
import static io.qdrant.client.VectorsFactory.namedVectors;

import dev.surveyor.embeddings.Entry;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.embeddings.words.Bm25;
import dev.surveyor.embeddings.words.Words;
import io.qdrant.client.ConditionFactory;
import io.qdrant.client.grpc.Common;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points;
import io.qdrant.client.grpc.Points.PointStruct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a point lies in Qdrant. */
final class QdrantPoints {

    static final String MEANING = "meaning";
    static final String WORDS = "words";
    static final String CONNECTION = "connection";
    static final String KIND = "kind";
    static final String SCHEMA = "schema";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";

    private static final int HASH_BASIS = 0x811c9dc5;
    private static final int HASH_PRIME = 0x01000193;

    private QdrantPoints() {}

    static PointStruct struct(Point point) {
        Map<String, Points.Vector> vectors = new HashMap<>();
        dev.surveyor.embeddings.Vector meaning = point.vector();
        if (meaning != null) {
            vectors.put(MEANING, vector(meaning.toArray()));
        }
        Sparse words = Sparse.ofText(point.text());
        if (!words.isEmpty()) {
            vectors.put(WORDS, vector(words.values(), words.indices()));
        }
        return PointStruct.newBuilder()
                .setId(id(point.id()))
                .setVectors(namedVectors(vectors))
                .putPayload(CONNECTION, value(point.connection()))
                .putPayload(KIND, value(point.kind().key()))
                .putPayload(SCHEMA, value(point.schema()))
                .putPayload(SUBJECT, value(point.subject()))
                .putPayload(TEXT, value(point.text()))
                .build();
    }

    static Entry entry(UUID id, Map<String, Value> payload) {
        return new Entry(
                id,
                text(payload, CONNECTION),
                PointKind.ofKey(text(payload, KIND)),
                text(payload, SCHEMA),
                text(payload, SUBJECT),
                text(payload, TEXT));
    }

    private static String text(Map<String, Value> payload, String name) {
        return Objects.requireNonNull(payload.get(name), name).getStringValue();
    }

    static Common.Filter filter(Filter filter) {
        Common.Filter.Builder all = Common.Filter.newBuilder();
        add(all, CONNECTION, filter.connections());
        Set<PointKind> kinds = filter.kinds();
        if (kinds != null) {
            add(all, KIND, Set.copyOf(kinds.stream().map(PointKind::key).toList()));
        }
        add(all, SCHEMA, filter.schemas());
        return all.build();
    }

    private static void add(
            Common.Filter.Builder all, String field, @Nullable Set<String> allowed) {
        if (allowed != null) {
            all.addMust(ConditionFactory.matchKeywords(field, allowed.stream().sorted().toList()));
        }
    }

    /**
     * Words as numbers, with what each weighs. Qdrant multiplies by how rare a word is, which makes
     * the sum BM25.
     */
    record Sparse(List<Integer> indices, List<Float> values) {

        static Sparse ofText(String text) {
            Map<String, Integer> counts = Words.counted(text);
            int length = counts.values().stream().mapToInt(Integer::intValue).sum();
            Map<String, Float> weights = new HashMap<>();
            counts.forEach((word, times) -> weights.put(word, Bm25.weight(times, length)));
            return of(weights);
        }

        static Sparse ofQuestion(String text) {
            Map<String, Float> weights = new HashMap<>();
            Words.counted(text).forEach((word, times) -> weights.put(word, (float) times));
            return of(weights);
        }

        private static Sparse of(Map<String, Float> weights) {
            Map<Integer, Float> numbered = new TreeMap<>(Integer::compareUnsigned);
            weights.forEach((word, weight) -> numbered.merge(number(word), weight, Float::sum));
            return new Sparse(
                    new ArrayList<>(numbered.keySet()), new ArrayList<>(numbered.values()));
        }

        boolean isEmpty() {
            return indices.isEmpty();
        }

        /** FNV-1a: the same number for a word in every process and version. */
        private static int number(String word) {
            int hash = HASH_BASIS;
            for (byte b : word.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * HASH_PRIME;
            }
            return hash;
        }
    }
}
