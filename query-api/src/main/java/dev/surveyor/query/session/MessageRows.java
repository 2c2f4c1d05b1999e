package dev.surveyor.query.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.query.Answer;
import dev.surveyor.query.Turn;
import dev.surveyor.query.keep.AnswerText;
import dev.surveyor.query.keep.KeptAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of messages, as it is read. */
@Component
class MessageRows {

    /** Who speaks. */
    enum Speaker {
        QUESTION,
        ANSWER
    }

    /**
     * A message in a list.
     *
     * @param number in its conversation, from 1
     * @param runId that the question began, or that gave the answer
     * @param answer left out of questions
     * @param rowsLeftOut how many of the answer's rows were not kept
     * @param masked whether marks stand in the place of personal values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedMessage(
            UUID id,
            int number,
            Speaker role,
            String text,
            UUID runId,
            Instant at,
            @Nullable Answer answer,
            @Nullable Integer rowsLeftOut,
            @Nullable Boolean masked) {}

    private final JdbcClient client;

    MessageRows(JdbcClient client) {
        this.client = client;
    }

    /**
     * Questions among the last messages before this one, each with its answer; the oldest first.
     */
    List<Turn> context(UUID session, int before, int messagesMax) {
        return client.sql(
                        """
                        WITH last AS (
                            SELECT seq, role, text, sql, run_id FROM chat_message
                             WHERE session_id = :session AND seq < :before ORDER BY seq DESC LIMIT :limit)
                        SELECT q.text AS question, a.sql, a.text AS response
                          FROM last q JOIN last a ON a.run_id = q.run_id AND a.role = 'ANSWER'
                         WHERE q.role = 'QUESTION' ORDER BY q.seq
                        """)
                .param("session", session)
                .param("before", before)
                .param("limit", messagesMax)
                .query((row, number) ->
                        new Turn(
                                row.getString("question"),
                                row.getString("sql"),
                                row.getString("response")))
                .list();
    }

    /** The newest first. */
    List<ListedMessage> page(UUID session, int before, int limit) {
        return client.sql(
                        """
                        SELECT id, seq, role, text, answer, run_id, at FROM chat_message
                         WHERE session_id = :session AND seq < :before
                         ORDER BY seq DESC LIMIT :limit
                        """)
                .param("session", session)
                .param("before", before)
                .param("limit", limit)
                .query(MessageRows::listed)
                .list();
    }

    private static ListedMessage listed(ResultSet row, int number) throws SQLException {
        String text = row.getString("answer");
        KeptAnswer kept = text == null ? null : AnswerText.answer(text);
        return new ListedMessage(
                row.getObject("id", UUID.class),
                row.getInt("seq"),
                Speaker.valueOf(row.getString("role")),
                row.getString("text"),
                row.getObject("run_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                kept == null ? null : kept.answer(),
                kept == null ? null : kept.rowsLeftOut(),
                kept == null ? null : kept.masked());
    }
}
