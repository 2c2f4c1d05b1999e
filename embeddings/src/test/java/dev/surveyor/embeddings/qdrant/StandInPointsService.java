package dev.surveyor.embeddings.qdrant;

import static dev.surveyor.embeddings.qdrant.StandInCollections.require;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Common;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CountResult;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.GetResponse;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsOperationResponse;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.QueryResponse;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SparseVector;
import io.qdrant.client.grpc.Points.UpdateResult;
import io.qdrant.client.grpc.Points.UpdateStatus;
import io.qdrant.client.grpc.Points.UpsertPoints;
import io.qdrant.client.grpc.Points.Vector;
import io.qdrant.client.grpc.PointsGrpc;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Points, kept in memory and compared one by one; refuses what the server would refuse. */
final class StandInPointsService extends PointsGrpc.PointsImplBase {

    private static final int BATCH_MAX = 500;

    private final StandInCollections collections;

    StandInPointsService(StandInCollections collections) {
        this.collections = collections;
    }

    @Override
    public void createFieldIndex(
            CreateFieldIndexCollection request, StreamObserver<PointsOperationResponse> answer) {
        collections
                .require(request.getCollectionName())
                .payloadIndexes()
                .add(request.getFieldName());
        updated(answer);
    }

    @Override
    public void upsert(UpsertPoints request, StreamObserver<PointsOperationResponse> answer) {
        StandInCollections.Kept kept = collections.require(request.getCollectionName());
        require(request.getWait(), "we wait until points are there");
        require(request.getPointsCount() <= BATCH_MAX, "batches are small");
        for (PointStruct point : request.getPointsList()) {
            Map<String, Vector> vectors = point.getVectors().getVectors().getVectorsMap();
            Vector meaning = vectors.get(QdrantPoints.MEANING);
            if (meaning != null) {
                int size = dense(meaning).size();
                require(size == kept.dimension(), "Wrong vector dimension " + size);
            }
            Vector words = vectors.get(QdrantPoints.WORDS);
            if (words != null) {
                check(sparse(words));
            }
            String id = point.getId().getUuid();
            require(UUID.fromString(id).toString().equals(id), "ids are UUIDs");
            kept.points().put(id, point);
        }
        collections.changes.add(request.getPointsCount());
        updated(answer);
    }

    private static void check(SparseVector sparse) {
        require(
                sparse.getIndicesCount() == sparse.getValuesCount()
                        && new HashSet<>(sparse.getIndicesList()).size()
                                == sparse.getIndicesCount(),
                "a sparse vector has each index once");
    }

    @Override
    public void delete(DeletePoints request, StreamObserver<PointsOperationResponse> answer) {
        StandInCollections.Kept kept = collections.require(request.getCollectionName());
        require(request.getWait(), "we wait until points are gone");
        int before = kept.points().size();
        if (request.getPoints().hasFilter()) {
            kept.points()
                    .values()
                    .removeIf(point -> passes(request.getPoints().getFilter(), point));
        } else {
            request.getPoints()
                    .getPoints()
                    .getIdsList()
                    .forEach(id -> kept.points().remove(id.getUuid()));
        }
        collections.changes.add(before - kept.points().size());
        updated(answer);
    }

    @Override
    public void get(GetPoints request, StreamObserver<GetResponse> answer) {
        StandInCollections.Kept kept = collections.require(request.getCollectionName());
        GetResponse.Builder all = GetResponse.newBuilder();
        request.getIdsList().stream()
                .map(id -> kept.points().get(id.getUuid()))
                .filter(Objects::nonNull)
                .forEach(point ->
                        all.addResult(
                                RetrievedPoint.newBuilder()
                                        .setId(point.getId())
                                        .putAllPayload(point.getPayloadMap())));
        answer.onNext(all.build());
        answer.onCompleted();
    }

    @Override
    public void count(CountPoints request, StreamObserver<CountResponse> answer) {
        long count =
                collections.require(request.getCollectionName()).points().values().stream()
                        .filter(point -> passes(request.getFilter(), point))
                        .count();
        require(request.getExact(), "counts are exact");
        answer.onNext(
                CountResponse.newBuilder()
                        .setResult(CountResult.newBuilder().setCount(count))
                        .build());
        answer.onCompleted();
    }

    @Override
    public void query(QueryPoints request, StreamObserver<QueryResponse> answer) {
        StandInCollections.Kept kept = collections.require(request.getCollectionName());
        Map<Integer, Double> rarity = rarity(kept);
        var nearest = request.getQuery().getNearest();
        if (request.getUsing().equals(QdrantPoints.MEANING)) {
            int size = nearest.getDense().getDataCount();
            require(size == kept.dimension(), "Wrong vector dimension " + size);
        } else {
            require(request.getUsing().equals(QdrantPoints.WORDS), "Not existing vector name");
            check(nearest.getSparse());
        }
        QueryResponse.Builder best = QueryResponse.newBuilder();
        kept.points().values().stream()
                .filter(point -> passes(request.getFilter(), point))
                .filter(point -> vectors(point).containsKey(request.getUsing()))
                .map(point ->
                        ScoredPoint.newBuilder()
                                .setId(point.getId())
                                .setScore(
                                        request.getUsing().equals(QdrantPoints.MEANING)
                                                ? dot(
                                                        nearest.getDense().getDataList(),
                                                        dense(vector(point, QdrantPoints.MEANING)))
                                                : overlap(
                                                        nearest.getSparse(),
                                                        sparse(vector(point, QdrantPoints.WORDS)),
                                                        rarity))
                                .build())
                .filter(hit ->
                        request.getUsing().equals(QdrantPoints.MEANING) || hit.getScore() > 0)
                .sorted(Comparator.comparingDouble(ScoredPoint::getScore).reversed())
                .limit(request.getLimit())
                .forEach(best::addResult);
        answer.onNext(best.build());
        answer.onCompleted();
    }

    private static Map<String, Vector> vectors(PointStruct point) {
        return point.getVectors().getVectors().getVectorsMap();
    }

    private static Vector vector(PointStruct point, String name) {
        return Objects.requireNonNull(vectors(point).get(name));
    }

    /** Clients of older versions say vectors in older fields, and ours does so too. */
    @SuppressWarnings("deprecation")
    private static List<Float> dense(Vector vector) {
        return vector.hasDense() ? vector.getDense().getDataList() : vector.getDataList();
    }

    @SuppressWarnings("deprecation")
    private static SparseVector sparse(Vector vector) {
        return vector.hasSparse()
                ? vector.getSparse()
                : SparseVector.newBuilder()
                        .addAllIndices(vector.getIndices().getDataList())
                        .addAllValues(vector.getDataList())
                        .build();
    }

    private static float dot(List<Float> left, List<Float> right) {
        double sum = 0;
        for (int i = 0; i < left.size(); i++) {
            sum += left.get(i) * right.get(i);
        }
        return (float) sum;
    }

    private static float overlap(
            SparseVector question, SparseVector text, Map<Integer, Double> rarity) {
        double sum = 0;
        for (int i = 0; i < question.getIndicesCount(); i++) {
            int at = text.getIndicesList().indexOf(question.getIndices(i));
            if (at >= 0) {
                sum +=
                        question.getValues(i)
                                * text.getValues(at)
                                * rarity.getOrDefault(question.getIndices(i), 0.0);
            }
        }
        return (float) sum;
    }

    private static Map<Integer, Double> rarity(StandInCollections.Kept kept) {
        Map<Integer, Integer> texts = new HashMap<>();
        int all = 0;
        for (PointStruct point : kept.points().values()) {
            Vector words = vectors(point).get(QdrantPoints.WORDS);
            if (words != null) {
                all++;
                sparse(words).getIndicesList().forEach(i -> texts.merge(i, 1, Integer::sum));
            }
        }
        Map<Integer, Double> rarity = new HashMap<>();
        int total = all;
        texts.forEach((word, with) ->
                rarity.put(word, Math.log(1 + (total - with + 0.5) / (with + 0.5))));
        return rarity;
    }

    private static boolean passes(Common.Filter filter, PointStruct point) {
        return filter.getMustList().stream()
                .allMatch(condition -> {
                    String field = condition.getField().getKey();
                    return condition
                            .getField()
                            .getMatch()
                            .getKeywords()
                            .getStringsList()
                            .contains(point.getPayloadOrThrow(field).getStringValue());
                });
    }

    private static void updated(StreamObserver<PointsOperationResponse> answer) {
        answer.onNext(
                PointsOperationResponse.newBuilder()
                        .setResult(UpdateResult.newBuilder().setStatus(UpdateStatus.Completed))
                        .build());
        answer.onCompleted();
    }
}
