package dev.surveyor.embeddings.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.surveyor.catalog.Secret;
import dev.surveyor.embeddings.Candidate;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Fusion;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.SamplePoints;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.embeddings.VectorIndexContract;
import dev.surveyor.embeddings.lucene.EmbeddedIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.qdrant.QdrantContainer;

/**
 * The same against a real server: the one at SURVEYOR_TEST_QDRANT (and SURVEYOR_TEST_QDRANT_KEY),
 * or one in Docker.
 */
class RealQdrantIT extends VectorIndexContract {

    private static @Nullable QdrantContainer container;
    private static String url = "";

    @BeforeAll
    static void findAServer() {
        String given = System.getenv("SURVEYOR_TEST_QDRANT");
        if (given != null) {
            url = given;
            return;
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return;
        }
        QdrantContainer started = new QdrantContainer("qdrant/qdrant:v1.18.0");
        started.start();
        container = started;
        url = "http://" + started.getHost() + ":" + started.getGrpcPort();
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    protected VectorIndex open() {
        // Test by test, for a class that is skipped whole is in no report.
        assumeFalse(url.isEmpty(), "no Qdrant: neither SURVEYOR_TEST_QDRANT nor Docker");
        String key = Objects.requireNonNullElse(System.getenv("SURVEYOR_TEST_QDRANT_KEY"), "");
        VectorIndex index =
                QdrantIndex.open(
                        url,
                        new Secret(key),
                        Duration.ofSeconds(20),
                        "surveyor-test",
                        SamplePoints.MODEL);
        index.delete(Filter.all());
        return index;
    }

    @Test
    void bothIndexesFindTheSame(@TempDir Path folder) {
        List<Point> points = SamplePoints.points(2000, 11);
        index().upsert(points);
        try (VectorIndex embedded = EmbeddedIndex.open(folder, SamplePoints.MODEL)) {
            embedded.upsert(points);
            embedded.upsert(SamplePoints.points(600, 7));
            Random random = new Random(4);
            int same = 0;
            for (int i = 0; i < 20; i++) {
                Vector vector = SamplePoints.vector(random);
                String question = "order of customer number " + i;
                assertThat(dense(index(), vector)).isEqualTo(dense(embedded, vector));
                Set<UUID> both = new HashSet<>(hybrid(index(), question, vector));
                both.retainAll(hybrid(embedded, question, vector));
                same += both.size();
            }
            assertThat(same / 200.0).as("hybrid overlap@10").isGreaterThanOrEqualTo(0.9);
        }
    }

    private static List<UUID> dense(VectorIndex index, Vector vector) {
        return index.byMeaning(vector, Filter.all(), 10).stream().map(Candidate::id).toList();
    }

    private static List<UUID> hybrid(VectorIndex index, String question, Vector vector) {
        return Fusion.fused(
                        index.byMeaning(vector, Filter.all(), Fusion.depth(10)),
                        index.byWords(question, Filter.all(), Fusion.depth(10)),
                        10)
                .stream()
                .map(Fusion.Ranked::id)
                .toList();
    }
}
