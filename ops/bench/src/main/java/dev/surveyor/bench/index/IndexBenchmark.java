package dev.surveyor.bench.index;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.TextEmbedder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The embedded index, filled with real embeddings and searched by one thread, in a JVM with 256 MiB
 * of heap; against looking at every vector.
 */
public final class IndexBenchmark implements Benchmark {

    private static final int SMALL = 10_000;
    private static final int LARGE = 100_000;
    private static final String HEAP = "-Xmx256m";

    @Override
    public String name() {
        return "index";
    }

    @Override
    public String summary() {
        return "Search by meaning and by word among 10,000 and 100,000 vectors; recall against exact.";
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(workplace.home().resolve("ops/bench/target/index"));
        Path spider = spider(workplace.home());
        workplace.progress().println("Embedding names and values of " + spider);
        Path corpus = folder.resolve("corpus.bin");
        EmbeddingSettings settings = EmbeddingSettings.local(EmbeddingSettings.DEFAULT_MODEL);
        List<String> texts = BaseTexts.of(spider);
        try (TextEmbedder embedder = Embeddings.embedder(settings, folder)) {
            Corpus.embedded(texts, embedder).write(corpus);
        }
        Map<String, Double> small = probe(workplace, corpus, SMALL);
        Map<String, Double> large = probe(workplace, corpus, LARGE);

        List<Report.Row> rows = new ArrayList<>();
        small.forEach((what, value) -> rows.add(row("10,000: " + what, value)));
        large.forEach((what, value) -> rows.add(row("100,000: " + what, value)));
        Map<String, Number> results = new LinkedHashMap<>();
        results.put(
                "search_recall",
                Math.min(
                        Math.min(figure(small, "recall"), figure(small, "filtered_recall")),
                        Math.min(figure(large, "recall"), figure(large, "filtered_recall"))));
        results.put("p50_10k_ms", slower(small));
        results.put("p50_100k_ms", slower(large));
        results.put("hybrid_100k_ms", figure(large, "hybrid_ms"));
        results.put("index_heap_mib", figure(large, "heap_mib"));
        return new Report(
                rows,
                List.of(
                        "Filled and searched with "
                                + HEAP
                                + "; times are medians of single searches."),
                results);
    }

    /** Where SURVEYOR_BENCH_SPIDER says, or beside the checkout. */
    private static Path spider(Path home) {
        String given = System.getenv("SURVEYOR_BENCH_SPIDER");
        return given != null
                ? Path.of(given)
                : home.resolveSibling("shared/eval/spider-train").normalize();
    }

    private static Report.Row row(String what, double value) {
        String unit = what.endsWith("_ms") ? "ms" : what.endsWith("_mib") ? "MiB" : "";
        return new Report.Row(what, unit, new Samples(List.of(value)));
    }

    private static double slower(Map<String, Double> figures) {
        return Math.max(figure(figures, "p50_ms"), figure(figures, "filtered_p50_ms"));
    }

    private static double figure(Map<String, Double> figures, String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    private static Map<String, Double> probe(Workplace workplace, Path corpus, int size)
            throws IOException, InterruptedException {
        workplace.progress().printf("Filling and searching %,d points%n", size);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IndexProbe.class.getName(),
                                corpus.toString(),
                                corpus.resolveSibling("points-" + size).toString(),
                                Integer.toString(size),
                                Integer.toString(workplace.rounds()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Map<String, Double> figures = new LinkedHashMap<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(IndexProbe.FIGURE)) {
                    int equals = line.indexOf('=');
                    figures.put(
                            line.substring(IndexProbe.FIGURE.length(), equals),
                            Double.valueOf(line.substring(equals + 1)));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("searching %,d points did not end well".formatted(size));
        }
        return figures;
    }
}
