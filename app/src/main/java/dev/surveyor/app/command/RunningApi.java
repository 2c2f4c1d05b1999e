package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    private static final long STREAM_BYTES_MAX = 64L << 20;
    private static final int SENTENCE_CHARS_MAX = 1000;
    private static final int HUNDRED = 100;
    private static final int SUCCESS = 2;

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
     * @param scopes that the key needs
     * @throws StartException when there is no key, or no such address
     */
    static RunningApi at(String server, @Nullable String key, String... scopes) {
        if (!server.matches("https?://[^/?#\\s]+/*")) {
            throw new StartException(
                    "'%s' is no address of a server: write it as http://127.0.0.1:8080."
                            .formatted(server));
        }
        if (key == null || !key.matches("[!-~]+")) {
            throw new StartException(
                    "%s must hold an API key: log in at %s/api/v1/auth/login, make one with %s at /api/v1/api-keys, and put it there."
                            .formatted(
                                    KEY_VARIABLE,
                                    server.replaceAll("/+$", ""),
                                    (scopes.length == 1 ? "the scope " : "the scopes ")
                                            + String.join(", ", scopes)));
        }
        return new RunningApi(server.replaceAll("/+$", ""), key);
    }

    /** What came back, also where that is a refusal. */
    record Answer(int status, JsonNode body) {

        /** Of a refusal: stable, for programs. */
        String code() {
            return body.path("code").asString("");
        }

        /**
         * What was asked for.
         *
         * @throws StartException with the server's own sentence, where it refused
         */
        JsonNode required() {
            if (status / HUNDRED != SUCCESS) {
                throw refused(status, body);
            }
            return body;
        }
    }

    JsonNode get(String path) {
        return answer(request(path).GET()).required();
    }

    JsonNode post(String path, JsonNode body) {
        return send("POST", path, body).required();
    }

    Answer send(String method, String path, JsonNode body) {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Hands a text on, byte by byte, however long; a part of it is a failure. */
    void copy(String path, OutputStream out) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() / HUNDRED != SUCCESS) {
                    throw refused(
                            response.statusCode(),
                            JSON.readTree(body.readNBytes(ANSWER_BYTES_MAX)));
                }
                body.transferTo(out);
                out.flush();
            }
        } catch (IOException | JacksonException e) {
            throw silent(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Asks for something and hands on its events as they come.
     *
     * @throws StartException with the server's own sentence, where it refused; also where it is not
     *     there
     */
    void stream(String path, JsonNode body, ServerEvents.Sink events)
            throws ServerEvents.BrokenOffException {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<InputStream> response;
        try {
            response = opened(request);
        } catch (IOException e) {
            throw silent(e);
        }
        read(response, events);
    }

    /**
     * Hands on the events that come after one that was seen.
     *
     * @throws StartException with the server's own sentence, where it refused
     */
    void streamAfter(String path, String lastEventId, ServerEvents.Sink events)
            throws ServerEvents.BrokenOffException {
        HttpResponse<InputStream> response;
        try {
            response = opened(request(path).header("Last-Event-ID", lastEventId).GET());
        } catch (IOException e) {
            throw new ServerEvents.BrokenOffException(e);
        }
        read(response, events);
    }

    private HttpResponse<InputStream> opened(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.header("Accept", "text/event-stream").build(),
                    BodyHandlers.limiting(BodyHandlers.ofInputStream(), STREAM_BYTES_MAX));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void read(HttpResponse<InputStream> response, ServerEvents.Sink events)
            throws ServerEvents.BrokenOffException {
        try (InputStream stream = response.body()) {
            if (response.statusCode() / HUNDRED != SUCCESS) {
                throw refused(
                        response.statusCode(), JSON.readTree(stream.readNBytes(ANSWER_BYTES_MAX)));
            }
            ServerEvents.read(stream, events);
        } catch (IOException e) {
            throw new ServerEvents.BrokenOffException(e);
        } catch (JacksonException e) {
            throw silent(e);
        }
    }

    /** Asks for something to be ended; whether it was there does not matter. */
    void delete(String path) {
        try {
            client.send(request(path).DELETE().build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw silent(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
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

    private Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.build(),
                            BodyHandlers.limiting(
                                    BodyHandlers.ofString(StandardCharsets.UTF_8),
                                    ANSWER_BYTES_MAX));
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException | JacksonException e) {
            throw silent(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private StartException silent(Exception e) {
        return new StartException(
                "No Surveyor answers at %s: start it with 'surveyor serve', or say where it is with --server."
                        .formatted(server),
                e);
    }

    static StartException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartException("Told to stop while the server was asked.", e);
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
