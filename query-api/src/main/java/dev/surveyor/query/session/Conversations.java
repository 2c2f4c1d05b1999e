package dev.surveyor.query.session;

import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.Turn;
import dev.surveyor.query.keep.KeptAnswer;
import dev.surveyor.query.keep.Personal;
import dev.surveyor.query.session.SessionRows.Held;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes questions into conversations, one at a time each, and answers out of runs. What was
 * acknowledged is kept: a question whose run died is answered with that, by whoever comes next.
 */
@Component
public class Conversations {

    private static final int INTERRUPTIONS_MAX = 100;

    private final SessionRows rows;
    private final MessageRows messages;
    private final TransactionOperations transactions;
    private final QuerySettings settings;

    Conversations(
            SessionRows rows,
            MessageRows messages,
            TransactionOperations transactions,
            QuerySettings settings) {
        this.rows = rows;
        this.messages = messages;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * Keeps a question and lets its run hold the conversation for a while.
     *
     * @param session to go on with; null: a new one begins
     * @param run that will answer; of each there is one question
     * @throws QueryException when there is no such conversation of this person with this
     *     connection, or another run holds it, whose id is then in the extras
     */
    public Claim begin(
            UUID connection, UUID person, @Nullable UUID session, String question, UUID run) {
        return inTransaction(() ->
                session == null
                        ? beginNew(connection, person, question, run)
                        : goOn(connection, person, session, question, run));
    }

    private Claim beginNew(UUID connection, UUID person, String question, UUID run) {
        UUID session = rows.create(connection, person, question);
        return claim(session, question, run, List.of());
    }

    private Claim goOn(UUID connection, UUID person, UUID session, String question, UUID run) {
        Held held =
                rows.lock(session, connection, person).orElseThrow(Conversations::unknownSession);
        UUID other = held.run();
        if (other != null && held.alive()) {
            throw new QueryException(
                    Code.SESSION_BUSY,
                    "Another question of this conversation is being answered: wait for it, or end its run.",
                    Map.of("runId", other.toString()));
        }
        if (other != null) {
            interrupt(session, other);
        }
        return claim(
                session,
                question,
                run,
                held.idle().compareTo(settings.contextIdle()) > 0
                        ? List.of()
                        : messages.context(session, settings.contextMessages()));
    }

    private Claim claim(UUID session, String question, UUID run, List<Turn> context) {
        rows.claim(session, run, settings.claim());
        return new Claim(session, messages.question(session, run, question), context);
    }

    /**
     * A sign of life of a run: it may hold its conversation for longer.
     *
     * @return whether it still holds it; if not its answer is not wanted any more
     */
    public boolean prolong(UUID run) {
        return rows.prolong(run, settings.claim());
    }

    /**
     * Keeps an answer and frees its conversation.
     *
     * @return under which id it is kept; empty when the conversation was deleted or the run counts
     *     as dead
     */
    public Optional<UUID> finish(UUID run, Answer answer, Personal personal) {
        KeptAnswer kept =
                KeptAnswer.of(
                        answer,
                        personal,
                        settings.keptRowsMax(),
                        settings.keptBytesMax().toBytes());
        return inTransaction(() ->
                rows.lockOfRun(run)
                        .map(session -> {
                            UUID message = messages.answer(session, run, kept);
                            rows.free(session);
                            return message;
                        }));
    }

    /** Answers questions whose runs died; at most a hundred at a time. */
    int interruptDead() {
        return inTransaction(() -> {
            List<Held> dead = rows.lockDead(INTERRUPTIONS_MAX);
            for (Held held : dead) {
                interrupt(held.session(), Objects.requireNonNull(held.run()));
                rows.free(held.session());
            }
            return dead.size();
        });
    }

    private void interrupt(UUID session, UUID run) {
        Answer interrupted =
                Answer.ofWords(
                                run,
                                AnswerKind.FAILURE,
                                "This question was interrupted before it was answered: ask it again.")
                        .in(session, null);
        messages.answer(session, run, new KeptAnswer(interrupted, 0, false));
    }

    static QueryException unknownSession() {
        return new QueryException(
                Code.SESSION_UNKNOWN,
                "You have no conversation with this id here: begin a new one.");
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
