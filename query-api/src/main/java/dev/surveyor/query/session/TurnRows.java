package dev.surveyor.query.session;

import dev.surveyor.query.keep.AnswerText;
import dev.surveyor.query.keep.KeptAnswer;
import dev.surveyor.query.keep.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A question with the claim of its run, and an answer with the end of that claim: one statement
 * each, which is a transaction of its own.
 */
@Component
class TurnRows {

    private static final double MILLIS_PER_SECOND = 1000.0;

    /** Whatever else the operator wants of commits is left as it is. */
    private static final String COMMIT =
            """
            set_config('synchronous_commit',
                       CASE WHEN :durable THEN current_setting('synchronous_commit') ELSE 'off' END, true)
            """;

    /**
     * A question, and who asks it.
     *
     * @param claim how long the run may hold the conversation without a sign of life
     * @param acknowledged when the asker is told that it is kept
     */
    record Asked(
            UUID connection,
            UUID person,
            String question,
            UUID run,
            Duration claim,
            Acknowledged acknowledged) {}

    /**
     * A conversation that was free and is held now.
     *
     * @param number of the question in it
     * @param idle how long nobody had used it
     */
    record Taken(UUID message, int number, Duration idle) {}

    private final JdbcClient client;

    TurnRows(JdbcClient client) {
        this.client = client;
    }

    /** Begins a conversation with a question, whose id it gives. */
    UUID open(UUID session, Asked asked) {
        UUID message = UUID.randomUUID();
        bind(
                        client.sql(
                                """
                                WITH opened AS (
                                    INSERT INTO chat_session (id, connection_id, owner_id, title, messages, run_id, running_until)
                                    VALUES (:session, :connection, :person, :title, 1, :run,
                                            clock_timestamp() + make_interval(secs => :seconds)))
                                INSERT INTO chat_message (id, session_id, seq, role, text, run_id, at)
                                SELECT :message, :session, 1, 'QUESTION', :text, :run, clock_timestamp()
                                  FROM
                                """
                                        + COMMIT),
                        asked)
                .param("session", session)
                .param("message", message)
                .param("title", Wording.title(SessionListing.TITLE_CHARS_MAX, asked.question()))
                .update();
        return message;
    }

    /** Goes on with a conversation; empty where there is no such one, or a run holds it. */
    Optional<Taken> take(UUID session, Asked asked) {
        UUID message = UUID.randomUUID();
        return bind(
                        client.sql(
                                """
                                WITH rested AS (
                                    SELECT extract(epoch FROM clock_timestamp() - used_at) AS seconds
                                      FROM chat_session WHERE id = :session),
                                taken AS (
                                    UPDATE chat_session
                                       SET run_id = :run, messages = messages + 1, used_at = clock_timestamp(),
                                           running_until = clock_timestamp() + make_interval(secs => :seconds)
                                     WHERE id = :session AND connection_id = :connection AND owner_id = :person
                                       AND run_id IS NULL
                                    RETURNING messages),
                                asked AS (
                                    INSERT INTO chat_message (id, session_id, seq, role, text, run_id, at)
                                    SELECT :message, :session, messages, 'QUESTION', :text, :run, clock_timestamp()
                                      FROM taken)
                                SELECT taken.messages, rested.seconds FROM taken, rested,
                                """
                                        + COMMIT),
                        asked)
                .param("session", session)
                .param("message", message)
                .query((row, number) ->
                        new Taken(
                                message,
                                row.getInt("messages"),
                                Duration.ofMillis(
                                        (long) (row.getDouble("seconds") * MILLIS_PER_SECOND))))
                .optional();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Asked asked) {
        return statement
                .param("connection", asked.connection())
                .param("person", asked.person())
                .param("text", Wording.storable(asked.question()))
                .param("run", asked.run())
                .param("seconds", asked.claim().toMillis() / MILLIS_PER_SECOND)
                .param("durable", asked.acknowledged() == Acknowledged.AT_ONCE);
    }

    /**
     * Keeps an answer, with the statement that it rests on, and frees its conversation.
     *
     * @param ran is written down whether the answer is still wanted or not
     * @return the answer's id; empty where the run does not hold the conversation any more
     */
    Optional<UUID> answer(UUID session, UUID run, KeptAnswer kept, @Nullable SqlRun ran) {
        UUID message = UUID.randomUUID();
        JdbcClient.StatementSpec statement =
                client.sql(
                                """
                                WITH freed AS (
                                    UPDATE chat_session
                                       SET run_id = NULL, running_until = NULL, used_at = clock_timestamp(),
                                           messages = messages + 1
                                     WHERE id = :session AND run_id = :run RETURNING messages)
                                """
                                        + (ran == null
                                                ? ""
                                                : ", noted AS (" + SqlHistory.INSERT + ")")
                                        + """
                                        INSERT INTO chat_message (id, session_id, seq, role, text, sql, answer, run_id, at)
                                        SELECT :message, :session, messages, 'ANSWER', :text, :sql, :answer, :run,
                                               clock_timestamp()
                                          FROM freed
                                        """)
                        .param("session", session)
                        .param("run", run)
                        .param("message", message)
                        .param("text", Wording.storable(kept.answer().response()))
                        .param("sql", Wording.storable(kept.answer().sql()))
                        .param("answer", AnswerText.of(kept.in(session, message)));
        int written = (ran == null ? statement : SqlHistory.bind(statement, ran)).update();
        return written == 0 ? Optional.empty() : Optional.of(message);
    }
}
