package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one answer as it comes. Where the way to the server breaks, the run goes on there without
 * us for a while: the stream is taken up again after the last event that arrived. Cancelling ends
 * the run in the server, which then ends the stream.
 */
final class AnswerStream implements ServerEvents.Sink, AutoCloseable {

    /** In a row, without anything new: six seconds in all, of the thirty that a run waits. */
    private static final int TRIES_MAX = 5;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final RunningApi api;
    private final String chat;
    private final RunSink events;
    private final Cancellation cancellation;
    private final AtomicReference<Cancellation.@Nullable Hook> hook = new AtomicReference<>();
    private @Nullable UUID run;
    private @Nullable UUID session;
    private @Nullable Answer answer;
    private String last = "";

    /**
     * @param chat path of the connection's questions
     */
    AnswerStream(RunningApi api, String chat, RunSink events, Cancellation cancellation) {
        this.api = api;
        this.chat = chat;
        this.events = events;
        this.cancellation = cancellation;
    }

    /** A way to the server that may break. */
    @FunctionalInterface
    private interface Opening {
        void open() throws ServerEvents.BrokenOffException;
    }

    /** Asks, and waits for what comes of it. */
    Answer read(JsonNode asked) {
        read(() -> api.stream(chat, asked, this));
        int inVain = 0;
        while (answer == null) {
            cancellation.check();
            UUID begun = run;
            if (begun == null || inVain == TRIES_MAX) {
                throw new StartException(
                        "The server broke off before the answer was there: ask again in a moment.");
            }
            pause(inVain);
            String seen = last;
            read(() -> api.streamAfter(chat + "/runs/" + begun + "/events", seen, this));
            inVain = last.equals(seen) ? inVain + 1 : 0;
        }
        cancellation.check();
        return Objects.requireNonNull(answer);
    }

    private void read(Opening opening) {
        try {
            opening.open();
        } catch (ServerEvents.BrokenOffException e) {
            events.accept(new RunEvent.Tool("server", "The connection broke: reading on"));
        }
    }

    private void pause(int inVain) {
        if (inVain > 0) {
            try {
                cancellation.await(PAUSE.multipliedBy(1L << inVain));
            } catch (InterruptedException e) {
                throw RunningApi.interrupted(e);
            }
        }
    }

    @Override
    public void event(String id, String kind, String data) {
        RunEvent event = event(kind, data);
        if (event == null) {
            return;
        }
        events.accept(event);
        last = id.isEmpty() ? last : id;
        switch (event) {
            case RunEvent.Session begun -> begun(begun);
            case RunEvent.Complete(Answer complete, var _) -> answer = complete;
            case RunEvent.Failed(String _, String message) ->
                    answer =
                            Answer.ofWords(
                                    run == null ? SavedConversation.NO_RUN : run,
                                    AnswerKind.FAILURE,
                                    message);
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
        hook.set(cancellation.onCancel(() -> api.delete(chat + "/runs/" + begun.runId())));
    }

    /** Null where a newer server tells of something that we do not know. */
    private static @Nullable RunEvent event(String kind, String data) {
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

    /** The conversation that the question belongs to; null where the server did not come so far. */
    @Nullable UUID session() {
        return session;
    }

    @Override
    public void close() {
        Cancellation.Hook there = hook.get();
        if (there != null) {
            there.close();
        }
    }
}
