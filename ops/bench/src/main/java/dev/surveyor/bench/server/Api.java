package dev.surveyor.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls a server's API, one call after the other over one kept connection. */
public final class Api implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * What came back.
     *
     * @param body missing where there was none
     * @param millis from the call to the last byte of the answer
     */
    public record Answer(int status, JsonNode body, double millis) {

        public boolean good() {
            return status / 100 == 2;
        }

        /** The text at a path such as {@code /user/id}. */
        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        /**
         * This answer, if it is a good one.
         *
         * @throws Refusal when it is not, with what it says
         */
        public Answer required() throws Refusal {
            if (!good()) {
                throw new Refusal(status, body);
            }
            return this;
        }
    }

    /** The server answered, but not well. */
    public static final class Refusal extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refusal(int status, JsonNode body) {
            super("the server answered %d: %s".formatted(status, body));
            this.status = status;
        }

        /** Whether it found fault with the call, not with itself. */
        public boolean blamesCaller() {
            return status < 500;
        }
    }

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER_MAX)
                    .build();

    /** The header that says who calls; null for nobody. */
    private Map.@Nullable Entry<String, String> credential;

    public Api(URI server) {
        this.server = server;
    }

    /** As this person from now on, until the access token is too old. */
    public static Api loggedIn(URI server, String username, String password)
            throws IOException, InterruptedException {
        Api api = new Api(server);
        try {
            return api.withToken(api.logIn(username, password).required().text("/accessToken"));
        } catch (Refusal e) {
            api.close();
            throw e;
        }
    }

    public Api withToken(String accessToken) {
        credential = Map.entry("Authorization", "Bearer " + accessToken);
        return this;
    }

    public Api withKey(String key) {
        credential = Map.entry("X-API-Key", key);
        return this;
    }

    public Answer logIn(String username, String password) throws IOException, InterruptedException {
        return post("/auth/login", Map.of("username", username, "password", password));
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).POST(json(body)));
    }

    public Answer put(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).PUT(json(body)));
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /** What is outside the versioned API. */
    public Answer document(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + path)).timeout(ANSWER_MAX).GET());
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                        .timeout(ANSWER_MAX)
                        .header("Content-Type", "application/json");
        if (credential != null) {
            request.header(credential.getKey(), credential.getValue());
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<byte[]> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        return new Answer(response.statusCode(), MAPPER.readTree(response.body()), millis);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
