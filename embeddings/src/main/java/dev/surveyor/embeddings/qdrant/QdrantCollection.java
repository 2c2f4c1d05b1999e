package dev.surveyor.embeddings.qdrant;

import dev.surveyor.embeddings.EmbeddingModel;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.grpc.Collections.AliasOperations;
import io.qdrant.client.grpc.Collections.CreateAlias;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteAlias;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.Modifier;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Collections.SparseVectorConfig;
import io.qdrant.client.grpc.Collections.SparseVectorParams;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Collections.VectorParamsMap;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A model's collection. It is known by an alias: a rebuild fills another collection and moves the
 * alias when it is complete.
 */
final class QdrantCollection {

    private static final int HASH_DIGITS = 12;

    private final QdrantClient client;
    private final QdrantCalls calls;
    private final EmbeddingModel model;
    private final String alias;
    private volatile boolean known;

    QdrantCollection(QdrantClient client, QdrantCalls calls, String prefix, EmbeddingModel model) {
        this.client = client;
        this.calls = calls;
        this.model = model;
        UUID hash =
                UUID.nameUUIDFromBytes(
                        model.id().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        alias = prefix + "-" + hash.toString().replace("-", "").substring(0, HASH_DIGITS);
    }

    /** Its name, once it is there. */
    String name() {
        if (!known) {
            synchronized (this) {
                if (holders().isEmpty()) {
                    pointTo(create());
                }
                known = true;
            }
        }
        return alias;
    }

    private List<String> holders() {
        return calls.call(client::listAliasesAsync).stream()
                .filter(there -> there.getAliasName().equals(alias))
                .map(io.qdrant.client.grpc.Collections.AliasDescription::getCollectionName)
                .toList();
    }

    /** A new, empty collection that nobody sees yet. */
    String create() {
        String name = alias + "-" + UUID.randomUUID().toString().substring(0, 8);
        VectorParams meaning =
                VectorParams.newBuilder()
                        .setSize(model.dimension())
                        .setDistance(Distance.Cosine)
                        .build();
        SparseVectorParams words =
                SparseVectorParams.newBuilder().setModifier(Modifier.Idf).build();
        CreateCollection request =
                CreateCollection.newBuilder()
                        .setCollectionName(name)
                        .setVectorsConfig(
                                VectorsConfig.newBuilder()
                                        .setParamsMap(
                                                VectorParamsMap.newBuilder()
                                                        .putMap(QdrantPoints.MEANING, meaning)))
                        .setSparseVectorsConfig(
                                SparseVectorConfig.newBuilder().putMap(QdrantPoints.WORDS, words))
                        .build();
        calls.call(() -> client.createCollectionAsync(request));
        for (String field :
                List.of(QdrantPoints.CONNECTION, QdrantPoints.KIND, QdrantPoints.SCHEMA)) {
            calls.call(() ->
                    client.createPayloadIndexAsync(
                            name, field, PayloadSchemaType.Keyword, null, true, null, null));
        }
        return name;
    }

    /** In one step: there is no moment without a collection. */
    void pointTo(String name) {
        List<AliasOperations> steps = new ArrayList<>();
        List<String> before = holders();
        if (!before.isEmpty()) {
            steps.add(
                    AliasOperations.newBuilder()
                            .setDeleteAlias(DeleteAlias.newBuilder().setAliasName(alias))
                            .build());
        }
        steps.add(
                AliasOperations.newBuilder()
                        .setCreateAlias(
                                CreateAlias.newBuilder()
                                        .setAliasName(alias)
                                        .setCollectionName(name))
                        .build());
        calls.call(() -> client.updateAliasesAsync(steps));
        before.forEach(this::drop);
        known = true;
    }

    void drop(String name) {
        calls.call(() -> client.deleteCollectionAsync(name));
    }
}
