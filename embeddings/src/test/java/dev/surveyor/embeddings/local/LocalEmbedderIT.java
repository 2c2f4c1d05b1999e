package dev.surveyor.embeddings.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalEmbedderIT {

    /** Kept between runs: what is unpacked does not change. */
    private static final Path CACHE = Path.of("target/model-cache");

    private static LocalEmbedder open(String model) {
        return LocalEmbedder.open(model, CACHE, 2, 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all-minilm-l6-v2-q",
                "all-minilm-l6-v2",
                "bge-small-en-v1.5-q",
                "e5-small-v2-q"
            })
    void whatAQuestionMeansIsNearerThanWhatItDoesNot(String model) {
        try (TextEmbedder embedder = open(model)) {
            Vector question = embedder.embedQuery("How much do we pay our employees?");
            List<Vector> passages =
                    embedder.embedPassages(
                            List.of(
                                    "Table salary with columns staff id, amount, currency",
                                    "Table weather with columns station, temperature, rain"));
            assertThat(question.dot(passages.get(0))).isGreaterThan(question.dot(passages.get(1)));
            assertThat(question.dot(question)).isBetween(0.9999, 1.0001);
            assertThat(embedder.model().id()).startsWith(model + "@");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-minilm-l6-v2-q", "all-minilm-l6-v2", "e5-small-v2-q"})
    void theSameTextGivesTheSameBitsWhateverIsEmbeddedBesideIt(String model) throws Exception {
        List<String> crowd =
                IntStream.range(0, 40)
                        .mapToObj(i -> "column " + i + " of table " + "stock ".repeat(i / 4))
                        .toList();
        List<Vector> alone;
        try (TextEmbedder embedder = open(model)) {
            alone =
                    crowd.stream()
                            .map(text -> embedder.embedPassages(List.of(text)))
                            .map(List::getFirst)
                            .toList();
        }
        try (TextEmbedder again = open(model);
                ExecutorService askers = Executors.newFixedThreadPool(4)) {
            List<Future<List<Vector>>> crowds =
                    IntStream.range(0, 4)
                            .mapToObj(i -> {
                                List<String> mixed = new ArrayList<>(crowd);
                                Collections.rotate(mixed, i);
                                return askers.submit(() -> again.embedPassages(mixed));
                            })
                            .toList();
            for (int i = 0; i < crowds.size(); i++) {
                List<Vector> together = new ArrayList<>(crowds.get(i).get());
                Collections.rotate(together, -i);
                assertThat(together).isEqualTo(alone);
            }
        }
    }

    @Test
    void theTailOfALongTextCounts() {
        try (TextEmbedder embedder = open(EmbeddingSettings.DEFAULT_MODEL)) {
            String head = "the quick brown fox jumps over the lazy dog ".repeat(60);
            List<Vector> vectors =
                    embedder.embedPassages(List.of(head + "salaries", head + "weather"));
            assertThat(vectors.get(0)).isNotEqualTo(vectors.get(1));
        }
    }

    @Test
    void aDocumentIsCutIntoTextsThatTheModelReadsWhole() {
        List<String> columns =
                IntStream.range(0, 60)
                        .mapToObj(i -> "column number_" + i + " holds the measured value " + i)
                        .toList();
        try (TextEmbedder embedder = open(EmbeddingSettings.DEFAULT_MODEL)) {
            List<String> chunks =
                    embedder.chunks(new Document("Table measurements of database plant", columns));
            assertThat(chunks).hasSizeGreaterThan(6);
            assertThat(chunks).allMatch(chunk -> chunk.startsWith("Table measurements"));
            String all = String.join("\n", chunks);
            assertThat(columns).allMatch(all::contains);
        }
    }

    @Test
    void aFolderIsAModelToo(@TempDir Path folder) throws IOException {
        resource("all-minilm-l6-v2-q.onnx", folder.resolve("model.onnx"));
        resource("all-minilm-l6-v2-q-tokenizer.json", folder.resolve("tokenizer.json"));
        Files.writeString(
                folder.resolve("config.json"),
                "{\"hidden_size\": 384, \"max_position_embeddings\": 512}");
        Files.writeString(folder.resolve("sentence_bert_config.json"), "{\"max_seq_length\": 256}");
        try (TextEmbedder folders = open(folder.toString());
                TextEmbedder bundled = open(EmbeddingSettings.DEFAULT_MODEL)) {
            assertThat(folders.embedQuery("orders")).isEqualTo(bundled.embedQuery("orders"));
            assertThat(folders.model().tokensMax()).isEqualTo(256);
            assertThat(folders.model().id()).isNotEqualTo(bundled.model().id());
        }
    }

    @Test
    void aFolderWithoutAModelSaysWhatBelongsThere(@TempDir Path folder) {
        assertThatThrownBy(() -> open(folder.toString()))
                .isInstanceOfSatisfying(
                        EmbeddingException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(EmbeddingException.Code.MODEL_MISSING);
                            assertThat(e).hasMessageContaining("config.json");
                        });
    }

    @Test
    void whatWasWorkedOutIsMadeAgainWhenItIsDamaged(@TempDir Path cache) throws IOException {
        Vector first;
        try (TextEmbedder embedder =
                LocalEmbedder.open(EmbeddingSettings.DEFAULT_MODEL, cache, 1, 8)) {
            first = embedder.embedQuery("orders");
        }
        Path graph;
        try (Stream<Path> files = Files.list(cache)) {
            graph =
                    files.filter(file -> file.toString().endsWith(".onnx"))
                            .findFirst()
                            .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(graph);
        bytes[bytes.length / 2] ^= 1;
        Files.write(graph, bytes);
        try (TextEmbedder embedder =
                LocalEmbedder.open(EmbeddingSettings.DEFAULT_MODEL, cache, 1, 8)) {
            assertThat(embedder.embedQuery("orders")).isEqualTo(first);
        }
    }

    @Test
    void closedItTakesNoMoreAndSaysSo() {
        TextEmbedder embedder = open(EmbeddingSettings.DEFAULT_MODEL);
        embedder.close();
        embedder.close();
        for (ThrowableAssert.ThrowingCallable use :
                List.<ThrowableAssert.ThrowingCallable>of(
                        () -> embedder.embedQuery("orders"),
                        () -> embedder.embedPassages(List.of("orders", "stock")),
                        () -> embedder.chunks(new Document("orders", List.of())))) {
            assertThatThrownBy(use)
                    .isInstanceOfSatisfying(
                            EmbeddingException.class,
                            e -> assertThat(e.code()).isEqualTo(EmbeddingException.Code.STOPPED));
        }
    }

    private static void resource(String name, Path file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        LocalEmbedderIT.class.getClassLoader().getResourceAsStream(name))) {
            Files.copy(in, file);
        }
    }
}
