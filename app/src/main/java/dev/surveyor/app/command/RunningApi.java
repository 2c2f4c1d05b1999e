package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of a server that runs, for commands; with a limit on every wait and every answer. */
final class RunningApi implements AutoCloseable {

    static final String KEY_VARIABLE = "SURVEYOR_API_KEY";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Longer than the server itself waits for a database. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final int ANSWER_BYTES_MAX = 4 << 20;
    private static final int SENTENCE_CHARS_MAX = 1000;
    private static final int OK = 200;

    private final String server;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private RunningApi(String server, String key) {
        this.server = server;
        this.key = key;
    }

    /**
     * The API there, asked in the name of the key.
     *
     * @throws StartException when there is no key, or no such address
     */
    static RunningApi at(String server, @Nullable String key) {
        if (!server.matches("https?://[^/?#\\s]+/*")) {
            throw new StartException(
                    "'%s' is no address of a server: write it as http://127.0.0.1:8080."
                            .formatted(server));
        }
        if (key == null || !key.matches("[!-~]+")) {
            throw new StartException(
                    "%s must hold an API key: log in at %s/api/v1/auth/login, make one with the scope connections:read at /api/v1/api-keys, and put it there."
                            .formatted(KEY_VARIABLE, server.replaceAll("/+$", "")));
        }
        return new RunningApi(server.replaceAll("/+$", ""), key);
    }

    JsonNode get(String path) {
        return answer(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(server + path))
                    .timeout(TIMEOUT)
                    .header("X-API-Key", key);
        } catch (IllegalArgumentException e) {
            throw new StartException("'%s' is no address of a server.".formatted(server), e);
        }
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.build(),
                            BodyHandlers.limiting(
                                    BodyHandlers.ofString(StandardCharsets.UTF_8),
                                    ANSWER_BYTES_MAX));
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() != OK) {
                throw refused(response.statusCode(), body);
            }
            return body;
        } catch (IOException | JacksonException e) {
            throw new StartException(
                    "No Surveyor answers at %s: start it with 'surveyor serve', or say where it is with --server."
                            .formatted(server),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Told to stop while the server was asked.", e);
        }
    }

    private static StartException refused(int status, JsonNode problem) {
        String sentence = Printable.of(problem.path("detail").asString(""), SENTENCE_CHARS_MAX);
        return new StartException(
                sentence.isEmpty()
                        ? "The server answered with status %d: look into its log.".formatted(status)
                        : sentence);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
