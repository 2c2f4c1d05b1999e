package dev.surveyor.embeddings.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.TextEmbedder;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.RepeatedTest;

class ShutdownIT {

    private static final int TERMINATED = 128 + 15;

    /** The runtime's own hook is done long before ours. */
    @RepeatedTest(3)
    void aSignalWhileTextsAreUnderWayCrashesNothing() throws Exception {
        Process embedding =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Endless.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output = embedding.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().anyMatch("under way"::equals)).isTrue();
            embedding.destroy();
            assertThat(embedding.waitFor()).isEqualTo(TERMINATED);
        }
    }

    /** Embeds until it is told to stop, and closes then. */
    static final class Endless {

        private static final int TEXTS_AFTER_THE_SIGNAL = 40;

        private Endless() {}

        public static void main(String[] arguments) {
            TextEmbedder embedder =
                    LocalEmbedder.open(
                            EmbeddingSettings.DEFAULT_MODEL, Path.of("target/model-cache"), 2, 64);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeLate(embedder)));
            embedder.embedQuery("orders");
            System.out.println("under way");
            String text = "the stock of each product in each region ".repeat(20);
            try {
                while (true) {
                    embedder.embedPassages(Collections.nCopies(16, text));
                }
            } catch (EmbeddingException e) {
                if (e.code() != EmbeddingException.Code.STOPPED) {
                    throw e;
                }
            }
        }

        private static void closeLate(TextEmbedder embedder) {
            long before = embedder.counts().modelCalls();
            while (embedder.counts().modelCalls() < before + TEXTS_AFTER_THE_SIGNAL) {
                Thread.onSpinWait();
            }
            embedder.close();
        }
    }
}
