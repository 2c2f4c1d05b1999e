package dev.surveyor.eval.server;

import dev.surveyor.eval.EvaluationException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server's API, called in the name of a key. */
final class ServerApi implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#\\s]+");
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int ANSWER_BYTES_MAX = 64 << 20;
    private static final int GOOD = 2;
    private static final int CLASS = 100;

    private final String address;
    private final String key;
    private final Duration answerMax;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** What came back, also where that is a problem. */
    record Said(int status, JsonNode body) {

        boolean good() {
            return status / CLASS == GOOD;
        }

        String problem() {
            return body.path("detail").asString("status " + status);
        }

        /**
         * What was asked for.
         *
         * @throws EvaluationException with the server's own sentence
         */
        JsonNode required() {
            if (!good()) {
                throw new EvaluationException("The server refuses: " + problem());
            }
            return body;
        }
    }

    /**
     * Calls nobody yet.
     *
     * @throws EvaluationException where the address is none or the key is missing
     */
    ServerApi(String address, String key, Duration answerMax) {
        this.address = address.replaceAll("/+$", "");
        if (!ADDRESS.matcher(this.address).matches()) {
            throw new EvaluationException(
                    "\""
                            + address
                            + "\" is no address of a server, such as http://127.0.0.1:8080.");
        }
        if (!key.matches("[!-~]+")) {
            throw new EvaluationException(
                    ServerEngine.KEY_VARIABLE
                            + " must hold an API key of the server's: make one at "
                            + this.address
                            + "/api/v1/api-keys.");
        }
        this.key = key;
        this.answerMax = answerMax;
    }

    Said get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    Said post(String path, Map<String, ?> body) throws InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Said delete(String path) throws InterruptedException {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(answerMax)
                .header("X-API-Key", key);
    }

    private Said send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.build(),
                            BodyHandlers.limiting(
                                    BodyHandlers.ofString(StandardCharsets.UTF_8),
                                    ANSWER_BYTES_MAX));
            String body = response.body();
            return new Said(response.statusCode(), JSON.readTree(body.isEmpty() ? "{}" : body));
        } catch (IOException | JacksonException e) {
            throw new EvaluationException("No Surveyor answers at " + address + ": " + e + ".", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
