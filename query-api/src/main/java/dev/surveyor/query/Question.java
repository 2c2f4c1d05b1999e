package dev.surveyor.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param runId of the attempt to answer it
 * @param sessionId of the conversation; null: it belongs to none
 * @param before questions of the same conversation, the oldest first
 * @param rowsMax of the answer
 * @param explain whether the answer tells its steps
 */
public record Question(
        UUID runId,
        @Nullable UUID sessionId,
        String text,
        List<Turn> before,
        Engine engine,
        int rowsMax,
        boolean explain) {

    /** Longer ones are refused. */
    public static final int CHARS_MAX = 4_000;

    public Question {
        before = List.copyOf(before);
    }
}
