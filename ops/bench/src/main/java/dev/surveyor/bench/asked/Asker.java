package dev.surveyor.bench.asked;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one server about one connection, as many questions at a time as one likes. */
public final class Asker implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What came back.
     *
     * @param text the same, byte by byte
     * @param millis from the question to the last byte of the answer
     */
    public record Told(int status, JsonNode body, String text, double millis) {

        /** The text at a path such as {@code /evidence/engine}. */
        public String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    private final URI server;
    private final String path;
    private final String key;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .connectTimeout(ANSWER_MAX)
                    .build();

    public Asker(URI server, String connection, String key) {
        this.server = server;
        this.path = "/api/v1/chat/" + connection;
        this.key = key;
    }

    /** A question's fields without those that are as usual. */
    public static Map<String, Object> question(String text, String engine) {
        return new HashMap<>(Map.of("question", text, "engine", engine));
    }

    public Told ask(Map<String, Object> question) throws IOException, InterruptedException {
        return send(
                request("")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(question))));
    }

    /** What is below the connection's questions, such as {@code /sessions}. */
    public Told get(String below) throws IOException, InterruptedException {
        return send(request(below).GET());
    }

    public Told delete(String below) throws IOException, InterruptedException {
        return send(request(below).DELETE());
    }

    private HttpRequest.Builder request(String below) {
        return HttpRequest.newBuilder(URI.create(server + path + below))
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .header("X-API-Key", key);
    }

    private Told send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        boolean json =
                response.headers().firstValue("Content-Type").orElse("").contains("json")
                        && !response.body().isEmpty();
        return new Told(
                response.statusCode(),
                json ? JSON.readTree(response.body()) : JSON.createObjectNode(),
                response.body(),
                millis);
    }

    /** The answer to a question as a stream, read by whoever gets it, or not. */
    public RawStream stream(Map<String, Object> question, int receiveBytes) throws IOException {
        return RawStream.open(
                server, "POST", path, key, JSON.writeValueAsString(question), receiveBytes);
    }

    /** Another reader of a run that is under way. */
    public RawStream events(String run, int receiveBytes) throws IOException {
        return RawStream.open(
                server, "GET", path + "/runs/" + run + "/events", key, "", receiveBytes);
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.close();
    }
}
