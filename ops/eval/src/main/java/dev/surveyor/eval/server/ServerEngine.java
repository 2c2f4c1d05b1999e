package dev.surveyor.eval.server;

import dev.surveyor.eval.Engine;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.Task;
import dev.surveyor.eval.equality.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks a server's chat each question in a conversation of its own, which is deleted afterwards, and
 * scores the rows that its asker is shown. Where they are cut off the shown SQL is run here.
 */
public final class ServerEngine implements Engine {

    /** Names the engines that a server's chat can be told to take. */
    public static final List<String> WAYS = List.of("auto", "planner", "model");

    /** Of the environment: the key to ask with. */
    public static final String KEY_VARIABLE = "SURVEYOR_API_KEY";

    private static final int ROWS_MAX = 10_000;

    private final ServerApi api;
    private final ServerConnections connections;
    private final String way;

    private ServerEngine(ServerApi api, ServerConnections connections, String way) {
        this.api = api;
        this.connections = connections;
        this.way = way.toUpperCase(Locale.ROOT);
    }

    /**
     * An engine that calls nobody yet.
     *
     * @param way one of {@link #WAYS}
     * @param saving whether to save and survey connections that are missing there
     * @param answerMax longest wait for one answer
     * @throws EvaluationException where the address is none or the key is missing
     */
    public static ServerEngine at(
            String address, @Nullable String key, String way, boolean saving, Duration answerMax) {
        ServerApi api = new ServerApi(address, Objects.requireNonNullElse(key, ""), answerMax);
        return new ServerEngine(api, new ServerConnections(api, saving), way);
    }

    @Override
    public void prepare(Task task) throws InterruptedException {
        connections.of(task);
    }

    @Override
    public Outcome answer(Task task) throws InterruptedException {
        String chat = "/chat/" + connections.of(task);
        @Nullable String session = null;
        try {
            for (String before : task.before()) {
                session = ask(chat, before, session).required().path("sessionId").asString("");
            }
            ServerApi.Said said = ask(chat, task.wording(), session);
            if (said.good()) {
                session = said.body().path("sessionId").asString("");
                return outcome(said.body());
            }
            return new Outcome.Failed(said.problem());
        } finally {
            if (session != null) {
                api.delete(chat + "/sessions/" + session);
            }
        }
    }

    private ServerApi.Said ask(String chat, String question, @Nullable String session)
            throws InterruptedException {
        Map<String, Object> body = new HashMap<>();
        body.put("question", question);
        body.put("engine", way);
        body.put("maxRows", ROWS_MAX);
        if (session != null) {
            body.put("sessionId", session);
        }
        return api.post(chat, body);
    }

    private static Outcome outcome(JsonNode answer) {
        String words = answer.path("response").asString("");
        return switch (answer.path("kind").asString("")) {
            case "ANSWER" ->
                    new Outcome.Answered(
                            answer.path("sql").asString(""), rows(answer), confidence(answer));
            case "CLARIFICATION" -> new Outcome.Clarified(words);
            case "CONVERSATION", "REFUSAL" -> new Outcome.Declined(words);
            default -> new Outcome.Failed(words);
        };
    }

    private static @Nullable Double confidence(JsonNode answer) {
        JsonNode confidence = answer.path("confidence");
        return confidence.isNumber() ? Double.valueOf(confidence.asDouble()) : null;
    }

    private static @Nullable Rows rows(JsonNode answer) {
        if (answer.path("truncated").asBoolean(false)) {
            return null;
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        answer.path("rows")
                .forEach(row -> {
                    List<@Nullable Object> cells = new ArrayList<>();
                    row.forEach(cell -> cells.add(cell(cell)));
                    rows.add(cells);
                });
        return Rows.of(rows);
    }

    private static @Nullable Object cell(JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        if (cell.isBoolean()) {
            return cell.asBoolean();
        }
        if (cell.isNumber()) {
            return cell.numberValue();
        }
        return cell.isString() ? cell.asString() : cell.toString();
    }

    @Override
    public void close() {
        api.close();
    }
}
