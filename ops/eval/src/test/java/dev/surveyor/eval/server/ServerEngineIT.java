package dev.surveyor.eval.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.Schema;
import dev.surveyor.eval.Task;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.AnswerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Over real HTTP, against answers that the product's own records write. */
class ServerEngineIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID CONNECTION = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID RUN = UUID.randomUUID();
    private static final String KEY = "svy_a-key";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private ServerEngine engine;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/connections", this::connections);
        server.createContext("/api/v1/chat/" + CONNECTION, this::chat);
        server.start();
        engine = engine(KEY);
    }

    @AfterEach
    void close() {
        engine.close();
        server.stop(0);
    }

    private ServerEngine engine(String key) {
        return ServerEngine.at(
                "http://127.0.0.1:" + server.getAddress().getPort(),
                key,
                "planner",
                false,
                Duration.ofSeconds(10));
    }

    private void connections(HttpExchange exchange) throws IOException {
        ObjectNode listed = JSON.createObjectNode();
        listed.putArray("items")
                .add(
                        JSON.createObjectNode()
                                .put("id", UUID.randomUUID().toString())
                                .put("name", "shop2"))
                .add(JSON.createObjectNode().put("id", CONNECTION.toString()).put("name", "shop"));
        say(exchange, listed);
    }

    private void chat(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        if (exchange.getRequestMethod().equals("DELETE")) {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
            return;
        }
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(question);
        Answer answer = answers.get(question.path("question").asString());
        ObjectNode body = JSON.valueToTree(answer);
        say(exchange, body.put("sessionId", SESSION.toString()));
    }

    private static void say(HttpExchange exchange, JsonNode body) throws IOException {
        try (exchange) {
            boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"));
            byte[] bytes =
                    (known ? body.toString() : "{\"detail\": \"Log in.\"}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Task task(String wording, String... before) {
        return new Task(
                "q", "shop", new Schema(List.of(), List.of()), null, wording, List.of(before));
    }

    private static Answer rows(boolean truncated, List<List<Object>> rows) {
        return Answer.ofRows(
                RUN,
                "Here they are.",
                "SELECT 1",
                List.of(new AnswerColumn("n", "numeric", TypeFamily.DECIMAL)),
                new ArrayList<>(rows),
                truncated,
                3);
    }

    @Test
    void theRowsThatTheAskerIsShownAreScored() throws Exception {
        answers.put("How many?", rows(false, List.of(List.of(12.5))));
        assertThat(engine.answer(task("How many?")))
                .isEqualTo(new Outcome.Answered("SELECT 1", Rows.of(List.of(List.of(12.5))), 1.0));
        assertThat(asked.getFirst().path("engine").asString()).isEqualTo("PLANNER");
    }

    @Test
    void rowsThatAreCutOffAreLeftToTheStatement() throws Exception {
        answers.put("All of them", rows(true, List.of(List.of(1))));
        assertThat(engine.answer(task("All of them")))
                .isEqualTo(new Outcome.Answered("SELECT 1", null, 1.0));
    }

    @Test
    void eachKindOfWordsIsWhatItIs() throws Exception {
        answers.put("a", Answer.ofWords(RUN, AnswerKind.CLARIFICATION, "Which?"));
        answers.put("b", Answer.ofWords(RUN, AnswerKind.REFUSAL, "Nothing here."));
        answers.put("c", Answer.ofWords(RUN, AnswerKind.FAILURE, "It is away."));
        assertThat(engine.answer(task("a"))).isEqualTo(new Outcome.Clarified("Which?"));
        assertThat(engine.answer(task("b"))).isEqualTo(new Outcome.Declined("Nothing here."));
        assertThat(engine.answer(task("c"))).isEqualTo(new Outcome.Failed("It is away."));
    }

    @Test
    void whatWasAskedBeforeIsAskedInTheSameConversationWhichIsDeleted() throws Exception {
        answers.put("In May?", rows(false, List.of(List.of(1))));
        answers.put("And in June?", rows(false, List.of(List.of(2))));
        engine.answer(task("And in June?", "In May?"));
        assertThat(asked.getFirst().has("sessionId")).isFalse();
        assertThat(asked.getLast().path("sessionId").asString()).isEqualTo(SESSION.toString());
        assertThat(calls)
                .last()
                .isEqualTo("DELETE /api/v1/chat/" + CONNECTION + "/sessions/" + SESSION);
    }

    @Test
    void whatCannotBeAskedEndsTheRunWithASentence() throws Exception {
        Task other = new Task("q", "x", new Schema(List.of(), List.of()), null, "?");
        assertThatThrownBy(() -> engine.prepare(other))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("no connection called \"x\"");
        try (ServerEngine stranger = engine("svy_another")) {
            assertThatThrownBy(() -> stranger.prepare(task("How many?")))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("Log in.");
        }
        assertThatThrownBy(() -> engine(""))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("SURVEYOR_API_KEY");
    }
}
