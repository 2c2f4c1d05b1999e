package dev.surveyor.embeddings.qdrant;

import static io.qdrant.client.PointIdFactory.id;
import static io.qdrant.client.QueryFactory.nearest;

import dev.surveyor.catalog.Secret;
import dev.surveyor.embeddings.Candidate;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.Entry;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Health;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.embeddings.VectorIndex;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.Query;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SearchParams;
import io.qdrant.client.grpc.Points.UpsertPoints;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Points in a collection of a Qdrant server: a vector for meaning, a sparse one for words. */
public final class QdrantIndex implements VectorIndex {

    private static final int BATCH_MAX = 200;

    /** Candidates that the server's graph search keeps in mind: as good as exact, still quick. */
    private static final int WALKED = 256;

    private static final int PORT_TLS = 443;
    private static final int PORT = 6334;

    private final EmbeddingModel model;
    private final QdrantClient client;
    private final QdrantCalls calls;
    private final QdrantCollection collection;

    private QdrantIndex(EmbeddingModel model, QdrantClient client, String url, String prefix) {
        this.model = model;
        this.client = client;
        this.calls = new QdrantCalls(url);
        this.collection = new QdrantCollection(client, calls, prefix, model);
    }

    /** Makes a client; nothing is called before the first use. */
    public static QdrantIndex open(
            String url,
            @Nullable Secret apiKey,
            Duration timeout,
            String prefix,
            EmbeddingModel model) {
        URI address = URI.create(url);
        boolean tls = address.getScheme().equals("https");
        int port = address.getPort() > 0 ? address.getPort() : tls ? PORT_TLS : PORT;
        QdrantGrpcClient.Builder channel =
                QdrantGrpcClient.newBuilder(address.getHost(), port, tls, false)
                        .withTimeout(timeout);
        if (apiKey != null && !apiKey.value().isEmpty()) {
            channel.withApiKey(apiKey.value());
        }
        return new QdrantIndex(model, new QdrantClient(channel.build()), url, prefix);
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public void upsert(Collection<Point> points) {
        points.forEach(this::requireOurs);
        upsert(collection.name(), points.iterator());
    }

    private void upsert(String name, Iterator<Point> points) {
        while (points.hasNext()) {
            UpsertPoints.Builder batch =
                    UpsertPoints.newBuilder().setCollectionName(name).setWait(true);
            while (points.hasNext() && batch.getPointsCount() < BATCH_MAX) {
                Point point = points.next();
                requireOurs(point);
                batch.addPoints(QdrantPoints.struct(point));
            }
            UpsertPoints request = batch.build();
            calls.call(() -> client.upsertAsync(request));
        }
    }

    private void requireOurs(Point point) {
        if (point.vector() != null && !point.model().equals(model.id())) {
            throw new EmbeddingException(
                    Code.OTHER_MODEL,
                    false,
                    "A vector of %s does not belong into an index of %s: embed the text again."
                            .formatted(point.model(), model.id()),
                    null);
        }
    }

    @Override
    public void delete(Collection<UUID> ids) {
        PointsSelector.Builder selected = PointsSelector.newBuilder();
        ids.forEach(one -> selected.getPointsBuilder().addIds(id(one)));
        if (!ids.isEmpty()) {
            delete(selected.build());
        }
    }

    @Override
    public void delete(Filter filter) {
        if (!filter.letsNothingThrough()) {
            delete(PointsSelector.newBuilder().setFilter(QdrantPoints.filter(filter)).build());
        }
    }

    private void delete(PointsSelector selected) {
        DeletePoints request =
                DeletePoints.newBuilder()
                        .setCollectionName(collection.name())
                        .setWait(true)
                        .setPoints(selected)
                        .build();
        calls.call(() -> client.deleteAsync(request));
    }

    @Override
    public List<Candidate> byMeaning(Vector vector, Filter filter, int candidatesMax) {
        if (vector.dimension() != model.dimension()) {
            throw new EmbeddingException(
                    Code.OTHER_MODEL,
                    false,
                    "A vector of %d dimensions cannot be looked for among those of %s: embed the question with that."
                            .formatted(vector.dimension(), model.id()),
                    null);
        }
        return found(QdrantPoints.MEANING, nearest(vector.toArray()), filter, candidatesMax);
    }

    @Override
    public List<Candidate> byWords(String text, Filter filter, int candidatesMax) {
        QdrantPoints.Sparse words = QdrantPoints.Sparse.ofQuestion(text);
        return words.isEmpty()
                ? List.of()
                : found(
                        QdrantPoints.WORDS,
                        nearest(words.values(), words.indices()),
                        filter,
                        candidatesMax);
    }

    private List<Candidate> found(String using, Query query, Filter filter, int max) {
        if (filter.letsNothingThrough()) {
            return List.of();
        }
        QueryPoints request =
                QueryPoints.newBuilder()
                        .setCollectionName(collection.name())
                        .setUsing(using)
                        .setQuery(query)
                        .setFilter(QdrantPoints.filter(filter))
                        .setLimit(Math.clamp(max, 1, CANDIDATES_MAX))
                        .setParams(SearchParams.newBuilder().setHnswEf(WALKED))
                        .build();
        List<ScoredPoint> scored = calls.call(() -> client.queryAsync(request));
        return scored.stream()
                .map(hit -> new Candidate(UUID.fromString(hit.getId().getUuid()), hit.getScore()))
                .sorted(
                        Comparator.comparingDouble(Candidate::score)
                                .reversed()
                                .thenComparing(Candidate::id))
                .toList();
    }

    @Override
    public Map<UUID, Entry> entries(Collection<UUID> ids) {
        Map<UUID, Entry> entries = new HashMap<>();
        if (!ids.isEmpty()) {
            List<io.qdrant.client.grpc.Common.PointId> wanted = new ArrayList<>();
            ids.forEach(one -> wanted.add(id(one)));
            calls.call(() -> client.retrieveAsync(collection.name(), wanted, true, false, null))
                    .forEach(point -> {
                        UUID found = UUID.fromString(point.getId().getUuid());
                        entries.put(found, QdrantPoints.entry(found, point.getPayloadMap()));
                    });
        }
        return entries;
    }

    @Override
    public long count(Filter filter) {
        return filter.letsNothingThrough()
                ? 0
                : calls.call(() ->
                        client.countAsync(collection.name(), QdrantPoints.filter(filter), true));
    }

    @Override
    public Health health() {
        try {
            calls.call(client::healthCheckAsync);
            return new Health(Health.State.SERVING, "Qdrant answers.");
        } catch (EmbeddingException e) {
            return new Health(Health.State.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String snapshot() {
        return calls.call(() -> client.createSnapshotAsync(collection.name())).getName();
    }

    /** Qdrant does so by itself. */
    @Override
    public void compact() {}

    @Override
    public long rebuild(Stream<Point> points) {
        String filling = collection.create();
        boolean complete = false;
        try {
            upsert(filling, points.iterator());
            collection.pointTo(filling);
            complete = true;
        } finally {
            if (!complete) {
                collection.drop(filling);
            }
        }
        return count(Filter.all());
    }

    @Override
    public void close() {
        client.close();
    }
}
