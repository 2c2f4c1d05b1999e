package dev.surveyor.bench.embeddings;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.TextEmbedder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that embeds one text and says how long that took from its first line on. */
public final class FirstVector {

    private static final String TEXT = "How many orders did each customer have last year?";

    /** What its line begins with; what libraries log does not. */
    private static final String MARK = "first vector after ";

    private static final double NANOS_PER_SECOND = 1e9;

    private FirstVector() {}

    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        int dimension;
        if (arguments.length > 0) {
            TextEmbedder embedder =
                    Embeddings.embedder(
                            EmbeddingSettings.local(EmbeddingSettings.DEFAULT_MODEL),
                            Path.of(arguments[0]));
            dimension = embedder.embedQuery(TEXT).dimension();
        } else {
            dimension =
                    new AllMiniLmL6V2QuantizedEmbeddingModel().embed(TEXT).content().dimension();
        }
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        System.out.println(MARK + seconds + " " + dimension);
        System.exit(0);
    }

    /** Seconds of one run; theirs where no folder is given. */
    static double seconds(String... folder) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FirstVector.class.getName()));
        command.addAll(List.of(folder));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line =
                    output.lines().filter(said -> said.startsWith(MARK)).findFirst().orElse(null);
            if (process.waitFor() != 0 || line == null) {
                throw new IOException("a JVM with one text to embed did not end well");
            }
            return Double.parseDouble(line.substring(MARK.length(), line.lastIndexOf(' ')));
        }
    }
}
