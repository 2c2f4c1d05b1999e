package dev.surveyor.query.session;

import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.QueryException;
import dev.surveyor.query.QueryException.Code;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.keep.KeptAnswer;
import dev.surveyor.query.keep.Personal;
import dev.surveyor.query.session.SessionRows.Held;
import dev.surveyor.query.session.TurnRows.Asked;
import dev.surveyor.query.session.TurnRows.Taken;
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
    private final TurnRows turns;
    private final TransactionOperations transactions;
    private final QuerySettings settings;

    Conversations(
            SessionRows rows,
            MessageRows messages,
            TurnRows turns,
            TransactionOperations transactions,
            QuerySettings settings) {
        this.rows = rows;
        this.messages = messages;
        this.turns = turns;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * Keeps a question and lets its run hold the conversation for a while.
     *
     * @param session to go on with; null: a new one begins
     * @param run that will answer; of each there is one question
     * @param acknowledged when the asker is told
     * @throws QueryException when there is no such conversation of this person with this
     *     connection, or another run holds it, whose id is then in the extras
     */
    public Claim begin(
            UUID connection,
            UUID person,
            @Nullable UUID session,
            String question,
            UUID run,
            Acknowledged acknowledged) {
        Asked asked = new Asked(connection, person, question, run, settings.claim(), acknowledged);
        if (session == null) {
            UUID opened = UUID.randomUUID();
            return new Claim(opened, turns.open(opened, asked), List.of());
        }
        Taken taken = turns.take(session, asked).orElseGet(() -> takeHeld(session, asked));
        return new Claim(
                session,
                taken.message(),
                taken.idle().compareTo(settings.contextIdle()) > 0
                        ? List.of()
                        : messages.context(session, taken.number(), settings.contextMessages()));
    }

    /** From a run that died; one that lives keeps it. */
    private Taken takeHeld(UUID session, Asked asked) {
        return inTransaction(() -> {
            Held held =
                    rows.lock(session, asked.connection(), asked.person())
                            .orElseThrow(Conversations::unknownSession);
            UUID other = held.run();
            if (other != null && held.alive()) {
                throw new QueryException(
                        Code.SESSION_BUSY,
                        "Another question of this conversation is being answered: wait for it, or end its run.",
                        Map.of("runId", other.toString()));
            }
            if (other != null) {
                interrupt(held);
            }
            return turns.take(session, asked).orElseThrow(Conversations::unknownSession);
        });
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
     * @param ran the statement that the answer rests on; null: none
     * @return under which id it is kept; empty when the conversation was deleted or the run counts
     *     as dead
     */
    public Optional<UUID> finish(
            UUID session, UUID run, Answer answer, Personal personal, @Nullable SqlRun ran) {
        return turns.answer(
                session,
                run,
                KeptAnswer.of(
                        answer,
                        personal,
                        settings.keptRowsMax(),
                        settings.keptBytesMax().toBytes()),
                ran);
    }

    /** Answers questions whose runs died; at most a hundred at a time. */
    int interruptDead() {
        return inTransaction(() -> {
            List<Held> dead = rows.lockDead(INTERRUPTIONS_MAX);
            dead.forEach(this::interrupt);
            return dead.size();
        });
    }

    private void interrupt(Held held) {
        UUID run = Objects.requireNonNull(held.run());
        Answer interrupted =
                Answer.ofWords(
                        run,
                        AnswerKind.FAILURE,
                        "This question was interrupted before it was answered: ask it again.");
        turns.answer(held.session(), run, new KeptAnswer(interrupted, 0, false), null);
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
