package dev.surveyor.embeddings.qdrant;

import static dev.surveyor.embeddings.qdrant.StandInCollections.require;

import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.AliasDescription;
import io.qdrant.client.grpc.Collections.AliasOperations;
import io.qdrant.client.grpc.Collections.ChangeAliases;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteCollection;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.ListAliasesRequest;
import io.qdrant.client.grpc.Collections.ListAliasesResponse;
import io.qdrant.client.grpc.Collections.Modifier;
import io.qdrant.client.grpc.CollectionsGrpc;
import java.util.concurrent.ConcurrentHashMap;

/** Collections and aliases. */
final class StandInCollectionsService extends CollectionsGrpc.CollectionsImplBase {

    private final StandInCollections collections;

    StandInCollectionsService(StandInCollections collections) {
        this.collections = collections;
    }

    @Override
    public void create(
            CreateCollection request, StreamObserver<CollectionOperationResponse> answer) {
        var meaning = request.getVectorsConfig().getParamsMap().getMapOrThrow(QdrantPoints.MEANING);
        require(meaning.getDistance() == Distance.Cosine, "vectors are compared by cosine");
        require(
                request.getSparseVectorsConfig().getMapOrThrow(QdrantPoints.WORDS).getModifier()
                        == Modifier.Idf,
                "rare words count more");
        require(!collections.byName.containsKey(request.getCollectionName()), "already exists");
        collections.byName.put(
                request.getCollectionName(),
                new StandInCollections.Kept(
                        request, ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>()));
        done(answer);
    }

    @Override
    public void delete(
            DeleteCollection request, StreamObserver<CollectionOperationResponse> answer) {
        collections.byName.remove(request.getCollectionName());
        done(answer);
    }

    @Override
    public void updateAliases(
            ChangeAliases request, StreamObserver<CollectionOperationResponse> answer) {
        for (AliasOperations step : request.getActionsList()) {
            if (step.hasDeleteAlias()) {
                collections.aliases.remove(step.getDeleteAlias().getAliasName());
            } else {
                collections.require(step.getCreateAlias().getCollectionName());
                collections.aliases.put(
                        step.getCreateAlias().getAliasName(),
                        step.getCreateAlias().getCollectionName());
            }
        }
        done(answer);
    }

    @Override
    public void listAliases(
            ListAliasesRequest request, StreamObserver<ListAliasesResponse> answer) {
        ListAliasesResponse.Builder all = ListAliasesResponse.newBuilder();
        collections.aliases.forEach((alias, name) ->
                all.addAliases(
                        AliasDescription.newBuilder().setAliasName(alias).setCollectionName(name)));
        answer.onNext(all.build());
        answer.onCompleted();
    }

    private static void done(StreamObserver<CollectionOperationResponse> answer) {
        answer.onNext(CollectionOperationResponse.newBuilder().setResult(true).build());
        answer.onCompleted();
    }
}
