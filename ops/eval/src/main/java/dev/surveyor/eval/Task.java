package dev.surveyor.eval;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question as an engine sees it.
 *
 * @param questionId as the questions file names it
 * @param database id of the database in question
 * @param access how to reach it; none where only its schema is known
 * @param wording what is asked
 * @param before what was asked before it in the same talk, the oldest first
 */
public record Task(
        String questionId,
        String database,
        Schema schema,
        @Nullable Access access,
        String wording,
        List<String> before) {

    /** A question that begins a talk. */
    public Task(
            String questionId,
            String database,
            Schema schema,
            @Nullable Access access,
            String wording) {
        this(questionId, database, schema, access, wording, List.of());
    }

    public Task {
        before = List.copyOf(before);
        Objects.requireNonNull(questionId, "questionId");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(wording, "wording");
    }
}
