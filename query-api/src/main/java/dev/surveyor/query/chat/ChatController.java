package dev.surveyor.query.chat;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import dev.surveyor.query.Answer;
import dev.surveyor.query.Engine;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.Question;
import dev.surveyor.query.run.Run;
import dev.surveyor.query.run.Runs;
import dev.surveyor.query.session.Acknowledged;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Questions in plain words, answered whole or as a stream of events. */
@RestController
@RequestMapping("/api/v1/chat/{connectionId}")
class ChatController {

    private static final int ROWS = 100;

    /**
     * What is asked.
     *
     * @param sessionId of the conversation that it goes on with; left out: a new one begins
     * @param explain whether the answer tells its steps
     * @param maxRows of the answer; 100 where it is left out
     */
    record AskedQuestion(
            @NotBlank @Size(max = Question.CHARS_MAX) String question,
            @Nullable UUID sessionId,
            @Nullable Boolean explain,
            @Nullable Engine engine,
            @Nullable @Min(1) @Max(10_000) Integer maxRows) {

        Questions.Asked of(UUID connection) {
            return new Questions.Asked(
                    connection,
                    sessionId,
                    question,
                    engine == null ? Engine.AUTO : engine,
                    maxRows == null ? ROWS : maxRows,
                    Boolean.TRUE.equals(explain));
        }
    }

    private final Questions questions;
    private final Runs runs;
    private final RunStreams streams;
    private final Connections connections;

    ChatController(Questions questions, Runs runs, RunStreams streams, Connections connections) {
        this.questions = questions;
        this.runs = runs;
        this.streams = streams;
        this.connections = connections;
    }

    /** The answer, when it is there. */
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.ASK)
    Answer ask(
            @PathVariable UUID connectionId,
            @Valid @RequestBody AskedQuestion asked,
            Caller caller) {
        return runs.await(
                questions.ask(asked.of(connectionId), caller, Acknowledged.WITH_ITS_ANSWER));
    }

    /** Everything that happens on the way to it. */
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.ASK)
    SseEmitter stream(
            @PathVariable UUID connectionId,
            @Valid @RequestBody AskedQuestion asked,
            Caller caller) {
        return streams.of(
                () -> questions.ask(asked.of(connectionId), caller, Acknowledged.AT_ONCE), 0);
    }

    /** The events of a run, those after the one that was seen last. */
    @GetMapping(path = "/runs/{runId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.ASK)
    SseEmitter events(
            @PathVariable UUID connectionId,
            @PathVariable UUID runId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller) {
        Run run = run(connectionId, runId, caller);
        return streams.of(() -> run, number(lastEventId));
    }

    /** Ends a run, down to the database; its conversation keeps that it was cancelled. */
    @DeleteMapping("/runs/{runId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ASK)
    void cancel(@PathVariable UUID connectionId, @PathVariable UUID runId, Caller caller) {
        run(connectionId, runId, caller).cancel();
    }

    private Run run(UUID connection, UUID id, Caller caller) {
        connections.require(connection, caller, Right.CHAT);
        Run run = runs.find(id, caller.id(), connection);
        if (run == null) {
            throw new QueryException(
                    Code.RUN_UNKNOWN,
                    "You have no run with this id here, or it ended long ago: its conversation holds the answer.");
        }
        return run;
    }

    /** What is no number of ours counts as nothing seen. */
    private static int number(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,9}")
                ? Integer.parseInt(lastEventId)
                : 0;
    }
}
