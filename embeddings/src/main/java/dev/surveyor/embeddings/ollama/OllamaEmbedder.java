package dev.surveyor.embeddings.ollama;

import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.EmbeddingCounts;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import dev.surveyor.embeddings.EmbeddingModel;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/**
 * Embeds in an Ollama server. One text a call, so that no text's vector depends on its neighbours;
 * some calls at a time.
 */
public final class OllamaEmbedder implements TextEmbedder {

    private static final int DIGEST_DIGITS = 12;
    private static final int TOKENS_UNSAID = 512;

    /** What begins a question and a passage, as the models' makers say it. */
    private static final Map<String, List<String>> PREFIXES =
            Map.of(
                    "nomic-embed-text", List.of("search_query: ", "search_document: "),
                    "mxbai-embed-large",
                            List.of(
                                    "Represent this sentence for searching relevant passages: ",
                                    ""),
                    "snowflake-arctic-embed",
                            List.of(
                                    "Represent this sentence for searching relevant passages: ",
                                    ""));

    private final OllamaApi api;
    private final String name;
    private final Semaphore calls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder modelCalls = new LongAdder();
    private final EmbeddingModel model;

    private OllamaEmbedder(OllamaApi api, String name, int callsMax) {
        this.api = api;
        this.name = name;
        this.calls = new Semaphore(callsMax);
        this.model = describe();
    }

    /**
     * Asks the server for the model.
     *
     * @throws EmbeddingException when there is no server or no such model
     */
    public static OllamaEmbedder open(String url, String model, Duration timeout, int callsMax) {
        return new OllamaEmbedder(new OllamaApi(url, timeout), model, callsMax);
    }

    /** A model that is pulled again under its name has another digest, so it is another model. */
    private EmbeddingModel describe() {
        JsonNode about = api.post("/api/show", Map.of("model", name), name).path("model_info");
        int dimension = 0;
        int tokensMax = TOKENS_UNSAID;
        for (Map.Entry<String, JsonNode> fact : about.properties()) {
            if (fact.getKey().endsWith(".embedding_length")) {
                dimension = fact.getValue().asInt(0);
            } else if (fact.getKey().endsWith(".context_length")) {
                tokensMax = fact.getValue().asInt(TOKENS_UNSAID);
            }
        }
        if (dimension < 1) {
            throw new EmbeddingException(
                    Code.MODEL_MISSING,
                    false,
                    "%s at Ollama says no embedding length: choose an embedding model."
                            .formatted(name),
                    null);
        }
        String bare = name.replaceAll(":.*", "");
        List<String> prefixes = PREFIXES.getOrDefault(bare, List.of("", ""));
        return new EmbeddingModel(
                "ollama-" + name + "@" + digest(),
                dimension,
                tokensMax,
                prefixes.getFirst(),
                prefixes.getLast());
    }

    private String digest() {
        String full = name.contains(":") ? name : name + ":latest";
        for (JsonNode there : api.get("/api/tags", name).path("models")) {
            String digest = there.path("digest").asString("");
            if (there.path("name").asString("").equals(full) && digest.length() > DIGEST_DIGITS) {
                return digest.replace("sha256:", "").substring(0, DIGEST_DIGITS);
            }
        }
        return "unknown";
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public Vector embedQuery(String text) {
        return embedAll(model.queryPrefix(), List.of(text)).getFirst();
    }

    @Override
    public List<Vector> embedPassages(List<String> texts) {
        return embedAll(model.passagePrefix(), texts);
    }

    private List<Vector> embedAll(String prefix, List<String> texts) {
        List<Future<Vector>> futures = new ArrayList<>();
        try {
            for (String text : texts) {
                calls.acquire();
                futures.add(
                        threads.submit(() -> {
                            try {
                                return embed(prefix, text);
                            } finally {
                                calls.release();
                            }
                        }));
            }
            List<Vector> vectors = new ArrayList<>();
            for (Future<Vector> future : futures) {
                vectors.add(future.get());
            }
            return vectors;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingException(
                    Code.STOPPED, true, "Whoever waited for Ollama was told to stop.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EmbeddingException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whole where the server can read it whole, else the mean of its windows. */
    private Vector embed(String prefix, String text) {
        try {
            return call(prefix + text);
        } catch (EmbeddingException e) {
            if (e.code() != Code.REFUSED || bytes(text) <= model.tokensMax() / 2) {
                throw e;
            }
        }
        float[] sum = new float[model.dimension()];
        for (String window : windows(prefix, text)) {
            float[] part = call(prefix + window).toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += window.length() * part[i];
            }
        }
        return Vector.of(sum).unit();
    }

    private List<String> windows(String prefix, String text) {
        return new Document("", List.of(text))
                .chunks(window -> bytes(prefix + window), model.tokensMax() - 2);
    }

    private Vector call(String text) {
        JsonNode answer =
                api.post(
                        "/api/embed",
                        Map.of("model", name, "input", text, "truncate", false),
                        name);
        JsonNode numbers = answer.path("embeddings").path(0);
        if (numbers.size() != model.dimension()) {
            throw new EmbeddingException(
                    Code.REFUSED,
                    false,
                    "%s at Ollama gave %d numbers where it said %d: look into its log."
                            .formatted(name, numbers.size(), model.dimension()),
                    null);
        }
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.path(i).floatValue();
        }
        modelCalls.increment();
        return Vector.of(values).unit();
    }

    /** No tokenizer makes more tokens than there are bytes. */
    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public List<String> chunks(Document document) {
        return document.chunks(text -> bytes(model.passagePrefix() + text), model.tokensMax() - 2);
    }

    @Override
    public EmbeddingCounts counts() {
        return new EmbeddingCounts(modelCalls.sum(), 0);
    }

    /** Calls under way are given up: there is nothing of ours to drain. */
    @Override
    public void close() {
        threads.shutdownNow();
        api.close();
    }
}
