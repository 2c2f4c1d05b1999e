package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** About a connection that people saved, held with the server that keeps it. */
final class SavedConversation implements Conversation {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static final UUID NO_RUN = new UUID(0, 0);

    private final RunningApi api;
    private final String name;
    private final String connection;
    private @Nullable UUID session;

    SavedConversation(RunningApi api, String name) {
        this.api = api;
        this.name = name;
        this.connection = new NamedConnections(api).id(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer ask(String question, Asking asking, RunSink events, Cancellation cancellation) {
        ObjectNode asked =
                JSON.createObjectNode()
                        .put("question", question)
                        .put("engine", asking.engine().name())
                        .put("maxRows", asking.rowsMax())
                        .put("explain", asking.explain());
        if (session != null) {
            asked.put("sessionId", session.toString());
        }
        try (AnswerStream stream =
                new AnswerStream(api, "/api/v1/chat/" + connection, events, cancellation)) {
            try {
                return stream.read(asked);
            } finally {
                UUID begun = stream.session();
                session = begun == null ? session : begun;
            }
        }
    }

    @Override
    public Answer run(String sql, int rowsMax, Cancellation cancellation) {
        ObjectNode statement = JSON.createObjectNode().put("sql", sql).put("maxRows", rowsMax);
        Thread waiting = Thread.currentThread();
        try (Cancellation.Hook _ = cancellation.onCancel(waiting::interrupt)) {
            RunningApi.Answer said =
                    api.send("POST", NamedConnections.PATH + "/" + connection + "/sql", statement);
            return said.code().startsWith("statement-") ? unrun(said) : ran(said.required());
        } catch (StartException e) {
            if (Thread.interrupted()) {
                cancellation.check();
            }
            throw e;
        }
    }

    private static Answer unrun(RunningApi.Answer said) {
        boolean refused = said.code().equals("statement-refused");
        String allowed = said.body().path("allowed").asString("");
        return Answer.ofWords(
                NO_RUN,
                refused ? AnswerKind.REFUSAL : AnswerKind.FAILURE,
                said.body().path("detail").asString("")
                        + (allowed.isEmpty() ? "" : " Allowed here: " + allowed + "."));
    }

    private static Answer ran(JsonNode said) {
        RunEvent.Rows read = JSON.treeToValue(said, RunEvent.Rows.class);
        List<AnswerColumn> columns = read.columns();
        int rows = read.rows().size();
        boolean truncated = said.path("truncated").asBoolean(false);
        return Answer.ofRows(
                NO_RUN,
                truncated
                        ? "There are more than %d rows; here are the first.".formatted(rows)
                        : "Rows: %d.".formatted(rows),
                said.path("sql").asString(""),
                columns == null ? List.of() : columns,
                read.rows(),
                truncated,
                said.path("executionTimeMs").asLong());
    }

    @Override
    public List<TableSketch> tables(String named) {
        int dot = named.indexOf('.');
        String wanted =
                named.isEmpty()
                        ? ""
                        : dot < 0
                                ? "?table=" + encoded(named)
                                : "?schema="
                                        + encoded(named.substring(0, dot))
                                        + "&table="
                                        + encoded(named.substring(dot + 1));
        return api.get(NamedConnections.PATH + "/" + connection + "/structure" + wanted)
                .path("tables")
                .valueStream()
                .map(SavedConversation::sketch)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static TableSketch sketch(JsonNode table) {
        return new TableSketch(
                table.path("schema").asString(""),
                table.path("name").asString(""),
                table.path("kind").asString("").toLowerCase(Locale.ROOT),
                table.path("rows").asLong(TableSketch.UNKNOWN),
                table.path("comment").asString(""),
                table.path("columns")
                        .valueStream()
                        .map(column ->
                                new TableSketch.Column(
                                        column.path("name").asString(""),
                                        column.path("type").asString(""),
                                        column.path("nullable").asBoolean(true),
                                        column.path("comment").asString("")))
                        .toList());
    }

    @Override
    public void close() {
        api.close();
    }
}
