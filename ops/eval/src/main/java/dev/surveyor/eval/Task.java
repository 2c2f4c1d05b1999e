package dev.surveyor.eval;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question as an engine sees it.
 *
 * @param questionId as the questions file names it
 * @param database id of the database in question
 * @param access how to reach it; none where only its schema is known
 * @param wording what is asked
 */
public record Task(
        String questionId,
        String database,
        Schema schema,
        @Nullable Access access,
        String wording) {

    public Task {
        Objects.requireNonNull(questionId, "questionId");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(wording, "wording");
    }
}
