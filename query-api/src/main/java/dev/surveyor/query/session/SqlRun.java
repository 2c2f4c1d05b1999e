package dev.surveyor.query.session;

import java.util.UUID;

/**
 * A statement that ran for somebody, or was to run.
 *
 * @param sql as it ran; where it did not, as it was written
 * @param engine who wrote it: {@code planner}, a model's name, or {@link #BY_HAND}
 * @param rows that came back
 * @param personal whether it may hold values of personal columns; where that is not known it may
 */
public record SqlRun(
        UUID connection,
        UUID person,
        String sql,
        String engine,
        Outcome outcome,
        long rows,
        long ms,
        boolean personal) {

    public static final String BY_HAND = "by-hand";

    /** What came of it. */
    public enum Outcome {
        COMPLETED,
        /** The guard did not let it run. */
        REFUSED,
        FAILED,
        CANCELLED
    }
}
