package dev.surveyor.scripted;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A server on this machine that speaks as Ollama, OpenAI and Anthropic do, all at one address, says
 * what it is told to say, and remembers every request as it came.
 */
public final class ScriptedModel implements AutoCloseable {

    private static final int REQUESTS_KEPT_MAX = 100_000;
    private static final int WAITING_CONNECTIONS_MAX = 1_000;
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    static {
        // Else each answer waits 40 ms for the other side to confirm its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Delivery delivery = new Delivery();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);
    private final List<String> models = new ArrayList<>(List.of("qwen2.5:3b"));

    /** What is answered to which requests, one reply after the other, the last one for good. */
    private record Rule(Predicate<Told> matches, List<Reply> replies, AtomicInteger next) {

        Reply reply() {
            return replies.get(Math.min(next.getAndIncrement(), replies.size() - 1));
        }
    }

    private ScriptedModel(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port. */
    public static ScriptedModel start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            WAITING_CONNECTIONS_MAX);
            ScriptedModel model = new ScriptedModel(server);
            server.createContext("/", model::answer);
            server.setExecutor(model.threads);
            server.start();
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What surveyor.llm.base-url is for Ollama. */
    public String ollamaUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** What it is for OpenAI and for Anthropic. */
    public String v1Url() {
        return ollamaUrl() + "/v1";
    }

    /** Requests that mention these words get these replies, the last one for good. */
    public ScriptedModel when(String words, Reply... replies) {
        return when(request -> request.mentions(words), replies);
    }

    /** The rule that came last counts first. */
    public synchronized ScriptedModel when(Predicate<Told> matches, Reply... replies) {
        rules.addFirst(new Rule(matches, List.of(replies), new AtomicInteger()));
        return this;
    }

    public ScriptedModel always(Reply... replies) {
        return when(_ -> true, replies);
    }

    /** The models that Ollama has pulled. */
    public synchronized ScriptedModel models(String... names) {
        models.clear();
        models.addAll(List.of(names));
        return this;
    }

    /**
     * Requests for answers, as they came; other questions, such as for the models, are not kept.
     */
    public synchronized List<Told> requests() {
        return List.copyOf(told);
    }

    /** How many readers went away before they had it all. */
    public int readersGone() {
        return delivery.readersGone();
    }

    /** Waits until a reader went away, for this long at most. */
    public boolean awaitReaderGone(long millis) throws InterruptedException {
        return delivery.awaitReaderGone(millis);
    }

    /** Waits until one more request has come, for this long at most. */
    public boolean awaitRequest(long millis) throws InterruptedException {
        return arrivals.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    /** How many requests are being answered now. */
    public int inside() {
        return inside.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Told request =
                    new Told(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders(),
                            text,
                            read(text));
            switch (request.path()) {
                case "/api/chat" -> reply(exchange, request, new OllamaSpeech());
                case "/v1/chat/completions" -> reply(exchange, request, new OpenAiSpeech());
                case "/v1/messages" -> reply(exchange, request, new AnthropicSpeech());
                case "/api/version" -> delivery.send(exchange, Map.of("version", "0.12.0"));
                case "/api/tags" -> delivery.send(exchange, Map.of("models", pulled()));
                case "/api/show" ->
                        delivery.send(
                                exchange,
                                Map.of(
                                        "capabilities",
                                        List.of("completion"),
                                        "model_info",
                                        Map.of()));
                default -> delivery.send(exchange, 404, "{\"error\":\"no such path\"}");
            }
        }
    }

    private void reply(HttpExchange exchange, Told request, Speech speech) throws IOException {
        Reply reply = remember(request);
        inside.incrementAndGet();
        arrivals.release();
        try {
            delivery.deliver(exchange, request, reply, speech);
        } finally {
            inside.decrementAndGet();
        }
    }

    private synchronized Reply remember(Told request) {
        if (told.size() < REQUESTS_KEPT_MAX) {
            told.add(request);
        }
        return rules.stream()
                .filter(rule -> rule.matches.test(request))
                .findFirst()
                .map(Rule::reply)
                .orElseGet(() -> Reply.text("I have no script for this."));
    }

    private synchronized List<Map<String, Object>> pulled() {
        return models.stream()
                .map(name ->
                        Map.<String, Object>of(
                                "name",
                                name,
                                "model",
                                name,
                                "modified_at",
                                "2026-01-01T00:00:00.000000000Z",
                                "size",
                                1,
                                "digest",
                                "sha256:00",
                                "details",
                                Map.of("format", "gguf", "family", "qwen2")))
                .toList();
    }

    private static JsonNode read(String text) {
        try {
            return text.isEmpty() ? NOTHING : Speech.JSON.readTree(text);
        } catch (JacksonException e) {
            return NOTHING;
        }
    }

    @Override
    public void close() {
        delivery.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
