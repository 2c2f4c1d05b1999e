package dev.surveyor.bench.asked;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a server that is asked, well or badly: what an experiment says of a server that does wrong
 * can be told from what it says of one that does not.
 */
public final class PlayedServer implements AutoCloseable {

    private static final int WAITING_MAX = 1_000;
    private static final int OK = 200;

    /** How it answers. */
    public interface Part {

        /** To a question, whole. */
        Said answer(String question) throws IOException, InterruptedException;

        /** To a question, as events; as it answers it whole unless it says otherwise. */
        default void stream(String question, Events events)
                throws IOException, InterruptedException {
            events.event("session", "{\"runId\":\"00000000-0000-0000-0000-000000000001\"}");
            events.event("tool", "{\"name\":\"model\",\"message\":\"Asking nobody\"}");
            events.event("complete", "{\"answer\":" + answer(question).body() + "}");
        }

        /** To those who want to read a run's events: whether they may. */
        default int statusOfEvents() {
            return OK;
        }

        /** To whoever reads a run's events, now or again. */
        default void events(Events events) throws IOException, InterruptedException {
            stream("", events);
        }
    }

    /** A status and JSON. */
    public record Said(int status, String body) {

        public static Said answer(String fields) {
            return new Said(OK, "{\"kind\":\"ANSWER\",\"response\":\"Here it is.\"" + fields + "}");
        }
    }

    /** Takes events onto the wire. */
    @FunctionalInterface
    public interface Events {
        void event(String name, String data) throws IOException;
    }

    private final HttpServer server;
    private final Part part;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public PlayedServer(Part part) throws IOException {
        this.part = part;
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING_MAX);
        server.createContext("/", this::play);
        server.setExecutor(threads);
        server.start();
    }

    public Asker asker() {
        return new Asker(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "c", "key");
    }

    private void play(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question = question(exchange);
            boolean events = exchange.getRequestURI().getPath().endsWith("/events");
            String accepted = exchange.getRequestHeaders().getFirst("Accept");
            if (events || "text/event-stream".equals(accepted)) {
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.getResponseHeaders().add("Connection", "close");
                exchange.sendResponseHeaders(events ? part.statusOfEvents() : OK, 0);
                OutputStream out = exchange.getResponseBody();
                Events wire =
                        (name, data) -> {
                            out.write(
                                    "event:%s\ndata:%s\n\n"
                                            .formatted(name, data)
                                            .getBytes(StandardCharsets.UTF_8));
                            out.flush();
                        };
                if (events) {
                    part.events(wire);
                } else {
                    part.stream(question, wire);
                }
                out.close();
            } else {
                Said said = part.answer(question);
                byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(said.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String question(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        return body.length == 0
                ? ""
                : JsonMapper.shared().readTree(body).path("question").asString("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
