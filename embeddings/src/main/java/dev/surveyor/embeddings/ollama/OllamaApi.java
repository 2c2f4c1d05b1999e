package dev.surveyor.embeddings.ollama;

import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.embeddings.EmbeddingException.Code;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ollama's HTTP interface, with a limit on every wait and every answer. */
final class OllamaApi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int ANSWER_BYTES_MAX = 4 << 20;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final String url;
    private final Duration timeout;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    OllamaApi(String url, Duration timeout) {
        this.url = url.replaceAll("/+$", "");
        this.timeout = timeout;
    }

    JsonNode get(String path, String model) {
        return answer(request(path).GET().build(), model);
    }

    JsonNode post(String path, Object body, String model) {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                model);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(timeout);
    }

    private JsonNode answer(HttpRequest request, String model) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request,
                            BodyHandlers.limiting(
                                    BodyHandlers.ofString(StandardCharsets.UTF_8),
                                    ANSWER_BYTES_MAX));
            if (response.statusCode() != OK) {
                throw refused(response.statusCode(), model);
            }
            return JSON.readTree(response.body());
        } catch (IOException | JacksonException e) {
            throw new EmbeddingException(
                    Code.UNREACHABLE,
                    true,
                    "Ollama at %s does not answer: start it, or set surveyor.embeddings.ollama-url."
                            .formatted(url),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingException(
                    Code.STOPPED, true, "Whoever waited for Ollama was told to stop.", e);
        }
    }

    private EmbeddingException refused(int status, String model) {
        if (status == NOT_FOUND) {
            return new EmbeddingException(
                    Code.MODEL_MISSING,
                    false,
                    "Ollama at %s has no model %s: run 'ollama pull %s' there."
                            .formatted(url, model, model),
                    null);
        }
        boolean passes = status >= SERVER_ERROR;
        return new EmbeddingException(
                passes ? Code.UNREACHABLE : Code.REFUSED,
                passes,
                "Ollama at %s answered with status %d: look into its log.".formatted(url, status),
                null);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
