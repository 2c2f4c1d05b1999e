package dev.surveyor.bench.embeddings;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.TextEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our embedder beside langchain4j's own class: the same weights, the same texts, in turns. */
public final class EmbeddingsBenchmark implements Benchmark {

    private static final String THEIRS = "langchain4j";
    private static final int SHORT_TEXTS = 500;
    private static final int DOCUMENTS = 100;
    private static final int COLUMNS_128 = 12;
    private static final int COLUMNS_WHOLE = 24;

    @Override
    public String name() {
        return "embeddings";
    }

    @Override
    public String summary() {
        return "Texts embedded a second and the first vector's time, against langchain4j's own class.";
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(workplace.home().resolve("ops/bench/target/embeddings"));
        Contest shortFp32 = new Contest("short texts, fp32");
        Contest shortInt8 = new Contest("short texts, int8");
        Contest docFp32 = new Contest("documents of 128 tokens, fp32");
        Contest docInt8 = new Contest("documents of 128 tokens, int8");
        Contest whole = new Contest("whole documents, int8");
        long calls;
        EmbeddingModel theirFp32 = new AllMiniLmL6V2EmbeddingModel();
        EmbeddingModel theirInt8 = new AllMiniLmL6V2QuantizedEmbeddingModel();
        try (TextEmbedder fp32 = ours("all-minilm-l6-v2", 0, folder);
                TextEmbedder int8 = ours("all-minilm-l6-v2-q", 0, folder)) {
            // Round -1 warms up and is not kept.
            for (int round = -1; round < workplace.rounds(); round++) {
                workplace.progress().printf("Round %d of %d%n", round + 1, workplace.rounds());
                Texts texts = new Texts(round);
                List<String> questions = texts.questions(SHORT_TEXTS);
                List<String> documents = texts.documents(DOCUMENTS, COLUMNS_128);
                List<String> longer = texts.documents(DOCUMENTS, COLUMNS_WHOLE);
                if (round < 0) {
                    new Contest("").round(0, questions, fp32::embedPassages, way(theirFp32));
                    new Contest("").round(0, questions, int8::embedPassages, way(theirInt8));
                    continue;
                }
                shortFp32.round(round, questions, fp32::embedPassages, way(theirFp32));
                shortInt8.round(round, questions, int8::embedPassages, way(theirInt8));
                docFp32.round(round, documents, fp32::embedPassages, way(theirFp32));
                docInt8.round(round, documents, int8::embedPassages, way(theirInt8));
                whole.round(round, longer, int8::embedPassages, fp32::embedPassages);
            }
            calls = callsForUnchanged(folder);
        }
        List<Double> ourFirst = new ArrayList<>();
        List<Double> theirFirst = new ArrayList<>();
        FirstVector.seconds(folder.toString());
        for (int round = 0; round < workplace.rounds(); round++) {
            workplace.progress().printf("First vector %d of %d%n", round + 1, workplace.rounds());
            ourFirst.add(FirstVector.seconds(folder.toString()));
            theirFirst.add(FirstVector.seconds());
        }
        Samples first = new Samples(theirFirst).over(new Samples(ourFirst));

        List<Report.Row> rows = new ArrayList<>();
        rows.addAll(shortFp32.rows(THEIRS));
        rows.addAll(shortInt8.rows(THEIRS));
        rows.addAll(docFp32.rows(THEIRS));
        rows.addAll(docInt8.rows(THEIRS));
        rows.addAll(whole.rows("ours fp32"));
        rows.add(new Report.Row("first vector, ours", "s", new Samples(ourFirst)));
        rows.add(new Report.Row("first vector, " + THEIRS, "s", new Samples(theirFirst)));
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("short_fp32_x", shortFp32.ratio().median());
        results.put("short_int8_x", shortInt8.ratio().median());
        results.put("doc128_fp32_x", docFp32.ratio().median());
        results.put("doc128_int8_x", docInt8.ratio().median());
        results.put("doc_int8_x", whole.ratio().median());
        results.put("first_vector_x", first.median());
        results.put("model_calls", calls);
        return new Report(rows, List.of(), results);
    }

    private static TextEmbedder ours(String model, int cacheSize, Path folder) {
        return Embeddings.embedder(EmbeddingSettings.local(model).withCacheSize(cacheSize), folder);
    }

    private static Contest.Way way(EmbeddingModel model) {
        return texts -> model.embedAll(texts.stream().map(TextSegment::from).toList());
    }

    /** Texts that were embedded before, asked for again. */
    private static long callsForUnchanged(Path folder) {
        List<String> texts = new Texts(1).questions(SHORT_TEXTS);
        try (TextEmbedder embedder =
                ours(EmbeddingSettings.DEFAULT_MODEL, SHORT_TEXTS * 2, folder)) {
            embedder.embedPassages(texts);
            long before = embedder.counts().modelCalls();
            embedder.embedPassages(texts);
            return embedder.counts().modelCalls() - before;
        }
    }
}
