package dev.surveyor.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.surveyor.app.start.StartException;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.Answer;
import dev.surveyor.query.RunEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Answers over HTTP, on a way that breaks. */
class AnswerStreamTests {

    private static final UUID RUN = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final String CHAT = "/api/v1/chat/somewhere";

    /** What the server says to one request after the other, and whether it then cuts the way. */
    private record Part(String events, boolean cut) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<RunEvent> seen = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private HttpServer server;
    private RunningApi api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        api = RunningApi.at("http://127.0.0.1:" + server.getAddress().getPort(), "svy_key");
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        if (exchange.getRequestMethod().equals("DELETE")) {
            cancelled.set(true);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        exchange.getRequestBody().readAllBytes();
        Part part = parts.isEmpty() ? new Part("", true) : parts.remove();
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(part.events().getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        if (part.cut()) {
            // Without the chunk that ends it.
            exchange.close();
        } else {
            exchange.getResponseBody().close();
        }
    }

    private static String event(int id, RunEvent event) {
        return "id:%d\nevent:%s\ndata:%s\n\n"
                .formatted(id, event.eventName(), JsonMapper.shared().writeValueAsString(event));
    }

    private static String begun() {
        return event(1, new RunEvent.Session(SESSION, RUN))
                + event(2, new RunEvent.Understanding("question", "how many?"));
    }

    private static String complete(int id) {
        return event(
                id,
                new RunEvent.Complete(
                        Answer.ofWords(RUN, dev.surveyor.query.AnswerKind.CONVERSATION, "Seven."),
                        List.of()));
    }

    private Answer read(Cancellation cancellation) {
        try (AnswerStream stream = new AnswerStream(api, CHAT, seen::add, cancellation)) {
            return stream.read(JsonMapper.shared().createObjectNode().put("question", "how many?"));
        }
    }

    @Test
    void aStreamThatIsCutInTheMiddleIsTakenUpAfterItsLastEvent() {
        parts.add(new Part(begun() + "id:3\nevent:token\nda", true));
        parts.add(new Part(event(3, new RunEvent.Token("Se")), true));
        parts.add(new Part(event(4, new RunEvent.Token("ven")) + complete(5), false));
        assertThat(read(new Cancellation()).response()).isEqualTo("Seven.");
        assertThat(asked).containsExactly("POST null", "GET 2", "GET 3");
        assertThat(seen)
                .filteredOn(RunEvent.Token.class::isInstance)
                .containsExactly(new RunEvent.Token("Se"), new RunEvent.Token("ven"));
    }

    @Test
    void aStreamThatEndsEarlyIsTakenUpToo() {
        parts.add(new Part(begun(), false));
        parts.add(new Part("", false));
        parts.add(new Part(complete(3), false));
        assertThat(read(new Cancellation()).response()).isEqualTo("Seven.");
        assertThat(asked).containsExactly("POST null", "GET 2", "GET 2");
    }

    @Test
    void whatBrokeOffBeforeItBeganIsNotAskedTwice() {
        parts.add(new Part("", true));
        assertThatThrownBy(() -> read(new Cancellation()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("broke off");
        assertThat(asked).containsExactly("POST null");
    }

    @Test
    void aCancelledQuestionIsEndedInTheServerAndNotTakenUp() {
        parts.add(new Part(begun(), true));
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(
                        () -> {
                            try (AnswerStream stream =
                                    new AnswerStream(
                                            api,
                                            CHAT,
                                            event -> {
                                                if (event instanceof RunEvent.Understanding) {
                                                    cancellation.cancel();
                                                }
                                            },
                                            cancellation)) {
                                stream.read(JsonMapper.shared().createObjectNode());
                            }
                        })
                .hasMessageContaining("cancelled");
        assertThat(cancelled).isTrue();
        assertThat(asked).containsExactly("POST null", "DELETE null");
    }
}
