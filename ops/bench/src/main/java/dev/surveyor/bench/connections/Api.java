package dev.surveyor.bench.connections;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Surveyor's API as somebody who is logged in calls it. */
final class Api implements AutoCloseable {

    static final String PASSWORD = "the bench's own password";

    private static final Duration TIME_MAX = Duration.ofSeconds(60);
    private static final int OK_MAX = 299;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIME_MAX).build();
    private final String url;
    private String token = "";

    /** An answer. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status <= OK_MAX;
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    Api(String url) {
        this.url = url;
    }

    static Api logIn(String url, String username) throws IOException, InterruptedException {
        Api api = new Api(url);
        Answer answer =
                api.send(
                        "POST",
                        "/api/v1/auth/login",
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD));
        api.token = answer.text("accessToken");
        if (api.token.isEmpty()) {
            api.close();
            throw new IOException(username + " cannot log in: " + answer.body());
        }
        return api;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(TIME_MAX)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        JsonMapper json = JsonMapper.shared();
        return new Answer(
                answer.statusCode(),
                answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
