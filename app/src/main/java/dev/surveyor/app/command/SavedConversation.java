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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** About a connection that people saved, held with the server that keeps it. */
final class SavedConversation implements Conversation {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final UUID NO_RUN = new UUID(0, 0);

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
        try (Stream stream = new Stream(events, cancellation)) {
            api.stream(chat(), asked, stream);
            cancellation.check();
            return stream.answer();
        }
    }

    private String chat() {
        return "/api/v1/chat/" + connection;
    }

    /** Reads one answer; cancelling ends the run in the server, which then ends the stream. */
    private final class Stream implements ServerEvents.Sink, AutoCloseable {

        private final RunSink events;
        private final Cancellation cancellation;
        private final AtomicReference<Cancellation.@Nullable Hook> hook = new AtomicReference<>();
        private @Nullable Answer answer;
        private UUID run = NO_RUN;

        Stream(RunSink events, Cancellation cancellation) {
            this.events = events;
            this.cancellation = cancellation;
        }

        @Override
        public void event(String kind, String data) {
            RunEvent event = read(kind, data);
            if (event == null) {
                return;
            }
            events.accept(event);
            switch (event) {
                case RunEvent.Session begun -> begun(begun);
                case RunEvent.Complete(Answer complete, var _) -> answer = complete;
                case RunEvent.Failed(String _, String message) ->
                        answer = Answer.ofWords(run, AnswerKind.FAILURE, message);
                case RunEvent.Understanding _,
                        RunEvent.Retrieval _,
                        RunEvent.Tool _,
                        RunEvent.Sql _,
                        RunEvent.Rows _,
                        RunEvent.Token _ -> {
                    // Those who watch were told.
                }
            }
        }

        private void begun(RunEvent.Session begun) {
            run = begun.runId();
            session = begun.sessionId();
            hook.set(cancellation.onCancel(() -> api.delete(chat() + "/runs/" + run)));
        }

        Answer answer() {
            Answer there = answer;
            if (there == null) {
                throw new StartException(
                        "The server broke off before the answer was there: ask again in a moment.");
            }
            return there;
        }

        @Override
        public void close() {
            Cancellation.Hook there = hook.get();
            if (there != null) {
                there.close();
            }
        }
    }

    /** Null where a newer server tells of something that we do not know. */
    private static @Nullable RunEvent read(String kind, String data) {
        Class<? extends RunEvent> type =
                switch (kind) {
                    case "session" -> RunEvent.Session.class;
                    case "understanding" -> RunEvent.Understanding.class;
                    case "retrieval" -> RunEvent.Retrieval.class;
                    case "tool" -> RunEvent.Tool.class;
                    case "sql" -> RunEvent.Sql.class;
                    case "rows" -> RunEvent.Rows.class;
                    case "token" -> RunEvent.Token.class;
                    case "complete" -> RunEvent.Complete.class;
                    case "error" -> RunEvent.Failed.class;
                    default -> null;
                };
        return type == null ? null : JSON.readValue(data, type);
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
