package dev.surveyor.embeddings.qdrant;

import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Points.PointStruct;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the stand-in keeps, by name or alias. */
final class StandInCollections {

    /** A collection as it was asked for, and its points by their ids. */
    record Kept(
            CreateCollection asked, Set<String> payloadIndexes, Map<String, PointStruct> points) {

        int dimension() {
            return (int)
                    asked.getVectorsConfig()
                            .getParamsMap()
                            .getMapOrThrow(QdrantPoints.MEANING)
                            .getSize();
        }
    }

    final Map<String, Kept> byName = new ConcurrentHashMap<>();
    final Map<String, String> aliases = new ConcurrentHashMap<>();

    /** Points that were written or taken away. */
    final LongAdder changes = new LongAdder();

    Kept require(String name) {
        Kept kept = byName.get(aliases.getOrDefault(name, name));
        require(kept != null, "Collection " + name + " does not exist");
        return java.util.Objects.requireNonNull(kept);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
