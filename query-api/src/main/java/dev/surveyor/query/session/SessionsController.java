package dev.surveyor.query.session;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Cursor;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import dev.surveyor.query.run.Run;
import dev.surveyor.query.run.Runs;
import dev.surveyor.query.session.MessageRows.ListedMessage;
import dev.surveyor.query.session.SessionListing.ListedSession;
import dev.surveyor.query.session.SessionListing.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own conversations with a connection that one may ask. */
@RestController
@RequestMapping("/api/v1/chat/{connectionId}/sessions")
class SessionsController {

    record ListedSessions(List<ListedSession> items, @Nullable String next) {}

    record ListedMessages(List<ListedMessage> items, @Nullable String next) {}

    record SessionTitle(@NotBlank @Size(max = SessionListing.TITLE_CHARS_MAX) String title) {}

    private final Connections connections;
    private final SessionListing sessions;
    private final MessageRows messages;
    private final Runs runs;

    SessionsController(
            Connections connections, SessionListing sessions, MessageRows messages, Runs runs) {
        this.connections = connections;
        this.sessions = sessions;
        this.messages = messages;
        this.runs = runs;
    }

    @GetMapping
    @Needs(Permission.ASK)
    ListedSessions sessions(
            @PathVariable UUID connectionId,
            @RequestParam(required = false) @Nullable @Size(max = 200) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        connections.require(connectionId, caller, Right.CHAT);
        List<ListedSession> page =
                sessions.page(
                        connectionId, caller.id(), after == null ? null : place(after), limit);
        return new ListedSessions(
                page,
                page.size() < limit
                        ? null
                        : Cursor.write(page.getLast().usedAt() + " " + page.getLast().id()));
    }

    @GetMapping("/{id}")
    @Needs(Permission.ASK)
    ListedSession session(@PathVariable UUID connectionId, @PathVariable UUID id, Caller caller) {
        connections.require(connectionId, caller, Right.CHAT);
        return own(connectionId, id, caller);
    }

    @PatchMapping("/{id}")
    @Needs(Permission.ASK)
    ListedSession rename(
            @PathVariable UUID connectionId,
            @PathVariable UUID id,
            @Valid @RequestBody SessionTitle wanted,
            Caller caller) {
        connections.require(connectionId, caller, Right.CHAT);
        sessions.rename(connectionId, caller.id(), id, wanted.title());
        return own(connectionId, id, caller);
    }

    /** With all its messages; a question that is being answered is cancelled. */
    @DeleteMapping("/{id}")
    @Needs(Permission.ASK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID connectionId, @PathVariable UUID id, Caller caller) {
        connections.require(connectionId, caller, Right.CHAT);
        UUID run =
                sessions.delete(connectionId, caller.id(), id)
                        .orElseThrow(Conversations::unknownSession)
                        .run();
        // In another process its next sign of life finds that nobody wants it any more.
        Run here = run == null ? null : runs.find(run, caller.id(), connectionId);
        if (here != null) {
            here.cancel();
        }
    }

    /** The newest first. */
    @GetMapping("/{id}/messages")
    @Needs(Permission.ASK)
    ListedMessages messages(
            @PathVariable UUID connectionId,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Size(max = 200) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            Caller caller) {
        connections.require(connectionId, caller, Right.CHAT);
        own(connectionId, id, caller);
        long before = after == null ? Integer.MAX_VALUE : Cursor.readNumber(after);
        List<ListedMessage> page =
                messages.page(id, Math.clamp(before, 0, Integer.MAX_VALUE), limit);
        return new ListedMessages(
                page,
                page.size() < limit
                        ? null
                        : Cursor.write(Integer.toString(page.getLast().number())));
    }

    private ListedSession own(UUID connection, UUID id, Caller caller) {
        return sessions.byId(connection, caller.id(), id)
                .orElseThrow(Conversations::unknownSession);
    }

    private static Place place(String after) {
        String[] parts = Cursor.read(after).split(" ", -1);
        try {
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // What is none of our cursors is refused by the one who reads them.
            Cursor.read("");
            throw e;
        }
    }
}
