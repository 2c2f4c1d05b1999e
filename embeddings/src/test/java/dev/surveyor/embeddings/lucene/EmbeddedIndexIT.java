package dev.surveyor.embeddings.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Health;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.SamplePoints;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.embeddings.VectorIndexContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIndexIT extends VectorIndexContract {

    private static final int POINTS_BEFORE_THE_KILL = 300;

    @TempDir private Path folder = Path.of("");

    @Override
    protected VectorIndex open() {
        return EmbeddedIndex.open(folder, SamplePoints.MODEL);
    }

    @Test
    void aSecondProcessIsTurnedAwayAndWhatTheFirstToldAsDoneOutlivesItsKill(@TempDir Path other)
            throws Exception {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EndlessWriter.class.getName(),
                                other.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int told = 0;
        try (BufferedReader done = writer.inputReader(StandardCharsets.UTF_8)) {
            while (told < POINTS_BEFORE_THE_KILL) {
                told = Integer.parseInt(done.readLine());
            }
            assertThatThrownBy(() -> EmbeddedIndex.open(other, SamplePoints.MODEL))
                    .isInstanceOfSatisfying(
                            EmbeddingException.class,
                            e -> {
                                assertThat(e.code()).isEqualTo(EmbeddingException.Code.IN_USE);
                                assertThat(e).hasMessageContaining("open in another process");
                            });
        } finally {
            writer.destroyForcibly().waitFor();
        }
        try (VectorIndex survivor = EmbeddedIndex.open(other, SamplePoints.MODEL)) {
            assertThat(survivor.health().state()).isEqualTo(Health.State.SERVING);
            assertThat(survivor.count(Filter.all())).isGreaterThanOrEqualTo(told);
        }
    }

    @Test
    void aDamagedIndexIsNotServedUntilItIsRebuilt() throws IOException {
        index().close();
        flipAByteOfTheVectors();
        Vector vector = SamplePoints.vector(new Random(1));
        try (VectorIndex damaged = open()) {
            assertThat(damaged.health().state()).isEqualTo(Health.State.MUST_BE_REBUILT);
            assertThatThrownBy(() -> damaged.byMeaning(vector, Filter.all(), 3))
                    .isInstanceOfSatisfying(
                            EmbeddingException.class,
                            e -> assertThat(e.code()).isEqualTo(EmbeddingException.Code.DAMAGED));
        }
        try (VectorIndex again = open()) {
            assertThat(again.health().state())
                    .as("also after another start")
                    .isEqualTo(Health.State.MUST_BE_REBUILT);
            assertThat(again.rebuild(SamplePoints.points(100, 1).stream())).isEqualTo(100);
            assertThat(again.byMeaning(vector, Filter.all(), 3)).hasSize(3);
        }
        try (VectorIndex rebuilt = open()) {
            assertThat(rebuilt.health().state()).isEqualTo(Health.State.SERVING);
        }
    }

    private void flipAByteOfTheVectors() throws IOException {
        Path vectors;
        try (Stream<Path> files = Files.walk(folder)) {
            vectors =
                    files.filter(file -> file.toString().matches(".*\\.(vec|cfs)"))
                            .findFirst()
                            .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(vectors);
        bytes[bytes.length / 2] ^= 1;
        Files.write(vectors, bytes);
    }

    @Test
    void aRebuildThatBreaksOffLeavesWhatWasThere() {
        Stream<Point> breaking =
                SamplePoints.points(50, 2).stream()
                        .peek(point -> {
                            if (point.subject().equals("subject49")) {
                                throw new IllegalStateException("the catalog went away");
                            }
                        });
        assertThatThrownBy(() -> index().rebuild(breaking))
                .isInstanceOf(IllegalStateException.class);
        assertThat(index().count(Filter.all())).isEqualTo(600);
        index().upsert(SamplePoints.points(10, 3));
        assertThat(index().count(Filter.all())).isEqualTo(610);
    }

    @Test
    void aSnapshotCanBeOpened(@TempDir Path restored) throws IOException {
        Path snapshot = Path.of(index().snapshot());
        Path model = restored.resolve("sample@1");
        Files.createDirectories(model);
        try (Stream<Path> files = Files.list(snapshot)) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        try (VectorIndex copy = EmbeddedIndex.open(restored, SamplePoints.MODEL)) {
            assertThat(copy.count(Filter.all())).isEqualTo(600);
        }
    }

    /** Writes until it is killed, and says how many points are done. */
    static final class EndlessWriter {

        static final int BATCH = 100;

        private EndlessWriter() {}

        public static void main(String[] arguments) {
            try (VectorIndex index =
                    EmbeddedIndex.open(Path.of(arguments[0]), SamplePoints.MODEL)) {
                Set<UUID> done = new HashSet<>();
                for (int batch = 1; ; batch++) {
                    List<Point> points = SamplePoints.points(BATCH, batch);
                    index.upsert(points);
                    points.forEach(point -> done.add(point.id()));
                    System.out.println(done.size());
                }
            }
        }
    }
}
