package dev.surveyor.connections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a connection is from answering questions.
 *
 * @param message for people; never holds values of the source
 * @param progress 0 to 100
 * @param lastSurvey when the last survey ended well
 */
public record ConnectionStatus(
        State state, String message, int progress, @Nullable Instant lastSurvey) {

    /** Its stages. */
    public enum State {
        /** Saved, not surveyed yet. */
        PENDING,
        ANALYZING,
        INDEXING,
        READY,
        ERROR,
        /** Answers from the last edition while the next is being made. */
        UPDATING
    }
}
