package dev.surveyor.embeddings.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.embeddings.Vector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a server on this machine that answers as Ollama does. */
class OllamaEmbedderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BYTES_READ_MAX = 64;

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger failuresLeft = new AtomicInteger();
    private final HttpServer server = server();

    private HttpServer server() {
        try {
            HttpServer made =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode request = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        int status = 200;
        String answer;
        switch (exchange.getRequestURI().getPath()) {
            case "/api/show" -> {
                status = request.path("model").asString().equals("nomic-embed-text") ? 200 : 404;
                answer =
                        "{\"model_info\": {\"bert.embedding_length\": 3, \"bert.context_length\": 64}}";
            }
            case "/api/tags" ->
                    answer =
                            "{\"models\": [{\"name\": \"nomic-embed-text:latest\", \"digest\": \"sha256:0123456789abcdef\"}]}";
            default -> {
                asked.add(request);
                String input = request.path("input").asString();
                if (failuresLeft.getAndDecrement() > 0) {
                    status = 503;
                } else if (input.length() > BYTES_READ_MAX) {
                    status = 400;
                }
                answer = "{\"embeddings\": [[%d, 4, 0]]}".formatted(3 + input.hashCode() % 2);
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private TextEmbedder open(String model) {
        return OllamaEmbedder.open(
                "http://127.0.0.1:" + server.getAddress().getPort(),
                model,
                Duration.ofSeconds(5),
                2);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void questionsAndPassagesBeginAsTheModelsMakersSay() {
        try (TextEmbedder embedder = open("nomic-embed-text")) {
            Vector question = embedder.embedQuery("orders");
            embedder.embedPassages(List.of("orders"));
            assertThat(asked)
                    .extracting(request -> request.path("input").asString())
                    .containsExactly("search_query: orders", "search_document: orders");
            assertThat(asked).allMatch(request -> !request.path("truncate").asBoolean(true));
            assertThat(question.dot(question)).isBetween(0.9999, 1.0001);
            assertThat(embedder.model().id()).isEqualTo("ollama-nomic-embed-text@0123456789ab");
            assertThat(embedder.model().dimension()).isEqualTo(3);
        }
    }

    @Test
    void aTextThatItWouldCutIsReadInWindows() {
        try (TextEmbedder embedder = open("nomic-embed-text")) {
            String text = "orders of customers ".repeat(8) + "end";
            embedder.embedPassages(List.of(text));
            List<String> windows =
                    asked.stream()
                            .skip(1)
                            .map(request -> request.path("input").asString())
                            .toList();
            assertThat(windows)
                    .hasSizeGreaterThan(3)
                    .allMatch(window -> window.length() <= BYTES_READ_MAX);
            assertThat(windows.getLast()).endsWith("end");
        }
    }

    @Test
    void whatPassesByItselfIsToldApartFromWhatDoesNot() {
        try (TextEmbedder embedder = open("nomic-embed-text")) {
            failuresLeft.set(1);
            assertThatThrownBy(() -> embedder.embedQuery("orders"))
                    .isInstanceOfSatisfying(
                            EmbeddingException.class,
                            e -> assertThat(e.transientFailure()).isTrue());
            assertThat(embedder.embedQuery("orders").dimension()).isEqualTo(3);
        }
        assertThatThrownBy(() -> open("nowhere"))
                .hasMessageContaining("ollama pull nowhere")
                .isInstanceOfSatisfying(
                        EmbeddingException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(Code.MODEL_MISSING);
                            assertThat(e.transientFailure()).isFalse();
                        });
    }
}
