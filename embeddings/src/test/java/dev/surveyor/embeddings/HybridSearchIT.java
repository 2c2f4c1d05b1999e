package dev.surveyor.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.Secret;
import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against services that are not there, and one that takes calls and never answers. */
class HybridSearchIT {

    private static final String QUESTION = "salary number 17";
    private static final List<Point> POINTS = SamplePoints.points(300, 7);

    @TempDir private Path folder = Path.of("");

    private static EmbeddingSettings settings(String ollama, String qdrant, IndexKind index) {
        return new EmbeddingSettings(
                EmbeddingSettings.Provider.OLLAMA,
                "nomic-embed-text",
                2,
                8,
                100,
                0,
                "",
                ollama,
                Duration.ofSeconds(3),
                index,
                qdrant,
                new Secret("k"),
                "surveyor",
                Duration.ofSeconds(30));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void withoutItsModelAQuestionIsLookedUpByWordsInTimeAndSaysSo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            EmbeddingSettings settings = settings(url, "http://127.0.0.1:9", IndexKind.EMBEDDED);
            try (TextEmbedder embedder = Embeddings.embedder(settings, folder);
                    VectorIndex index = Embeddings.index(settings, folder, SamplePoints.MODEL)) {
                index.upsert(POINTS);
                HybridSearch search = new HybridSearch(embedder, index);
                for (int i = 0; i < 4; i++) {
                    expectWordsInTime(search);
                }
            }
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void withoutItsIndexAQuestionIsLookedUpInTheMirror() {
        EmbeddingSettings settings =
                settings("http://127.0.0.1:9", "http://127.0.0.1:9", IndexKind.QDRANT);
        try (TextEmbedder embedder = Embeddings.embedder(settings, folder);
                VectorIndex index = Embeddings.index(settings, folder, SamplePoints.MODEL)) {
            index.nearby().upsert(POINTS);
            try (HybridSearch search = new HybridSearch(embedder, index)) {
                expectWordsInTime(search);
            }
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void startedWhileOllamaIsAwayTheIndexOfItsModelIsSearchedByWords() {
        EmbeddingSettings settings =
                settings("http://127.0.0.1:9", "http://127.0.0.1:9", IndexKind.EMBEDDED);
        new RememberedModel(folder.resolve("ollama-model.properties"), settings.model())
                .write(SamplePoints.MODEL);
        try (TextEmbedder embedder = Embeddings.embedder(settings, folder);
                VectorIndex index =
                        new LazyIndex(() ->
                                Embeddings.index(
                                        settings,
                                        folder,
                                        Embeddings.model(settings, folder, embedder)));
                HybridSearch search = new HybridSearch(embedder, index)) {
            index.upsert(POINTS);
            expectWordsInTime(search);
        }
    }

    @Test
    void vectorsOfTwoModelsAreNotCompared() {
        EmbeddingModel former = new EmbeddingModel("former@1", 32, 256, "", "");
        EmbeddingSettings settings =
                settings("http://127.0.0.1:9", "http://127.0.0.1:9", IndexKind.EMBEDDED);
        try (VectorIndex index = Embeddings.index(settings, folder, former);
                HybridSearch search = new HybridSearch(new CountingEmbedder(), index)) {
            index.upsert(List.of(Point.lexical("c", PointKind.VALUE, "s", "subject17", QUESTION)));
            expectWordsInTime(search);
        }
    }

    private static void expectWordsInTime(HybridSearch search) {
        long start = System.nanoTime();
        Found found = search.find(QUESTION, Filter.all(), 5);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(found.mode()).isEqualTo(Found.Mode.WORDS_ONLY);
        assertThat(found.limitation()).startsWith("Only words were looked up");
        assertThat(found.hits().getFirst().entry().subject()).isEqualTo("subject17");
    }
}
