package dev.surveyor.embeddings.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surveyor.catalog.Secret;
import dev.surveyor.embeddings.Candidate;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Health;
import dev.surveyor.embeddings.SamplePoints;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.embeddings.VectorIndexContract;
import dev.surveyor.embeddings.lucene.EmbeddedIndex;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol as the real client speaks it, against a server that checks every request. */
class QdrantIndexIT extends VectorIndexContract {

    private static final String KEY = "test-key";

    private final QdrantStandIn server = standIn();

    private static QdrantStandIn standIn() {
        try {
            return new QdrantStandIn(KEY);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    protected VectorIndex open() {
        return open(KEY);
    }

    private VectorIndex open(String key) {
        return QdrantIndex.open(
                server.url(),
                new Secret(key),
                Duration.ofSeconds(5),
                "surveyor",
                SamplePoints.MODEL);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatPassesByItselfIsTriedAgain() {
        server.failNext(Status.UNAVAILABLE, Status.RESOURCE_EXHAUSTED);
        assertThat(index().count(Filter.all())).isEqualTo(600);
    }

    @Test
    void whatDoesNotPassIsToldAtOnce() {
        server.failNext(Status.FAILED_PRECONDITION.withDescription("no"));
        assertThatThrownBy(() -> index().count(Filter.all()))
                .isInstanceOfSatisfying(
                        EmbeddingException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(EmbeddingException.Code.REFUSED);
                            assertThat(e.transientFailure()).isFalse();
                        });
    }

    @Test
    void aServerThatIsGoneIsATransientFailureWithASentence() {
        server.close();
        assertThat(index().health().state()).isEqualTo(Health.State.UNREACHABLE);
        assertThatThrownBy(() -> index().count(Filter.all()))
                .isInstanceOfSatisfying(
                        EmbeddingException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(EmbeddingException.Code.UNREACHABLE);
                            assertThat(e.transientFailure()).isTrue();
                            assertThat(e).hasMessageContaining("surveyor.embeddings.qdrant-url");
                        });
    }

    @Test
    void aWrongKeySaysWhichPropertyToSet() {
        try (VectorIndex stranger = open("wrong")) {
            assertThatThrownBy(() -> stranger.count(Filter.all()))
                    .hasMessageContaining("surveyor.embeddings.qdrant-api-key")
                    .hasMessageNotContaining("wrong");
        }
    }

    /** A server without TLS stands in for whoever listens in. */
    @Test
    void overHttpsNothingIsSaidInPlainWords() {
        String https = server.url().replace("http:", "https:");
        try (VectorIndex secret =
                QdrantIndex.open(
                        https,
                        new Secret(KEY),
                        Duration.ofSeconds(2),
                        "surveyor",
                        SamplePoints.MODEL)) {
            int before = server.calls();
            assertThat(secret.health().state()).isEqualTo(Health.State.UNREACHABLE);
            assertThat(server.calls()).isEqualTo(before);
        }
    }

    @Test
    void whatIsFilteredByIsIndexedAndARebuildLeavesOneCollection() {
        index().rebuild(SamplePoints.points(50, 3).stream());
        assertThat(server.collections().byName).hasSize(1);
        assertThat(server.collections().byName.values())
                .allSatisfy(kept ->
                        assertThat(kept.payloadIndexes())
                                .containsExactlyInAnyOrder("connection", "kind", "schema"));
    }

    @Test
    void bothIndexesScoreWordsAlike(@TempDir Path folder) {
        try (VectorIndex embedded = EmbeddedIndex.open(folder, SamplePoints.MODEL)) {
            embedded.upsert(SamplePoints.points(600, 7));
            String question = "How many supplier invoices have number 42 or 43?";
            List<Candidate> here = embedded.byWords(question, Filter.all(), 20);
            List<Candidate> there = index().byWords(question, Filter.all(), 20);
            assertThat(there).hasSameSizeAs(here);
            for (int i = 0; i < here.size(); i++) {
                assertThat(there.get(i).score()).isCloseTo(here.get(i).score(), within(0.01));
            }
        }
    }
}
