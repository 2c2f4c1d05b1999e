package dev.surveyor.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes back for a question.
 *
 * @param sessionId null where questions belong to no conversation
 * @param messageId under which the conversation keeps it; null where none does
 * @param response for people, in plain words
 * @param sql that ran, as the guard printed it; empty where none did
 * @param rows cells are text, numbers, truth values or null
 * @param rowCount of {@code rows}
 * @param truncated whether there are more
 * @param executionTimeMs in the database
 * @param explanation of the SQL, in plain words
 * @param confidence between 0 and 1: how often such an answer is right
 * @param suggestions of what to ask instead, or next
 * @param steps of the way to it; empty where nobody asks for them
 */
public record Answer(
        @Nullable UUID sessionId,
        @Nullable UUID messageId,
        UUID runId,
        AnswerKind kind,
        String response,
        String sql,
        List<AnswerColumn> columns,
        List<List<@Nullable Object>> rows,
        int rowCount,
        boolean truncated,
        long executionTimeMs,
        String explanation,
        double confidence,
        List<Observation> observations,
        @Nullable Chart chart,
        Evidence evidence,
        List<String> suggestions,
        List<AnswerStep> steps) {

    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        observations = List.copyOf(observations);
        suggestions = List.copyOf(suggestions);
        steps = List.copyOf(steps);
    }

    /** The same under the ids by which a conversation knows it. */
    public Answer in(UUID session, @Nullable UUID message) {
        return but(session, message, observations, evidence, steps);
    }

    /** The same with its observations in other words, and what that took. */
    public Answer reworded(List<Observation> others, Evidence then, List<AnswerStep> taken) {
        return but(sessionId, messageId, others, then, taken);
    }

    public Answer withoutSteps() {
        return but(sessionId, messageId, observations, evidence, List.of());
    }

    /** The same, but for these. */
    private Answer but(
            @Nullable UUID session,
            @Nullable UUID message,
            List<Observation> observed,
            Evidence then,
            List<AnswerStep> taken) {
        return new Answer(
                session,
                message,
                runId,
                kind,
                response,
                sql,
                columns,
                rows,
                rowCount,
                truncated,
                executionTimeMs,
                explanation,
                confidence,
                observed,
                chart,
                then,
                suggestions,
                taken);
    }

    /** Rows of SQL that a person wrote. */
    public static Answer ofRows(
            UUID run,
            String response,
            String sql,
            List<AnswerColumn> columns,
            List<List<@Nullable Object>> rows,
            boolean truncated,
            long executionTimeMs) {
        return new Answer(
                null,
                null,
                run,
                AnswerKind.ANSWER,
                response,
                sql,
                columns,
                rows,
                rows.size(),
                truncated,
                executionTimeMs,
                "",
                1,
                List.of(),
                null,
                Evidence.NONE,
                List.of(),
                List.of());
    }

    /** Words only. */
    public static Answer ofWords(UUID run, AnswerKind kind, String response) {
        return new Answer(
                null,
                null,
                run,
                kind,
                response,
                "",
                List.of(),
                List.of(),
                0,
                false,
                0,
                "",
                0,
                List.of(),
                null,
                Evidence.NONE,
                List.of(),
                List.of());
    }
}
