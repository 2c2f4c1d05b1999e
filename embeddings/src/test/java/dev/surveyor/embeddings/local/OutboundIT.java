package dev.surveyor.embeddings.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.TextEmbedder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutboundIT {

    /** In a JVM of its own, for what reports home does so when it is loaded. */
    @Test
    void embeddingAsksForNoAddress() throws Exception {
        Process embedding =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Embedding.class.getName())
                        .start();
        try (BufferedReader output = embedding.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines()).last().isEqualTo("asked for [], holds []");
        }
        assertThat(embedding.waitFor()).isZero();
    }

    @Test
    void theRuntimeKnowsNoAddressToReportTo() throws IOException {
        String library = "ai/onnxruntime/native/linux-x64/libonnxruntime.so";
        try (InputStream in =
                Objects.requireNonNull(
                        OutboundIT.class.getClassLoader().getResourceAsStream(library))) {
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("onnxruntime")).isTrue();
            assertThat(bytes.contains("events.data.microsoft.com"))
                    .as("versions from 1.29 on report their use; see decision 6")
                    .isFalse();
        }
    }

    /** Embeds while it notes which addresses Java is asked for. */
    static final class Embedding {

        private Embedding() {}

        public static void main(String[] arguments) {
            List<URI> asked = new ArrayList<>();
            ProxySelector.setDefault(
                    new ProxySelector() {
                        @Override
                        public List<Proxy> select(URI uri) {
                            asked.add(uri);
                            return List.of(Proxy.NO_PROXY);
                        }

                        @Override
                        public void connectFailed(URI uri, SocketAddress address, IOException e) {
                            asked.add(uri);
                        }
                    });
            try (TextEmbedder embedder =
                    LocalEmbedder.open(
                            EmbeddingSettings.DEFAULT_MODEL, Path.of("target/model-cache"), 1, 1)) {
                embedder.embedPassages(List.of("orders"));
                System.out.println("asked for " + asked + ", holds " + sockets());
            }
        }

        /** Of the whole process, so native code's too; where the system tells. */
        private static List<String> sockets() {
            Path open = Path.of("/proc/self/fd");
            List<String> sockets = new ArrayList<>();
            if (Files.isDirectory(open)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(open)) {
                    for (Path file : files) {
                        String target = Files.readSymbolicLink(file).toString();
                        if (target.startsWith("socket:")) {
                            sockets.add(target);
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return sockets;
        }
    }
}
