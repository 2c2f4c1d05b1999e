package dev.surveyor.sources;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A dialect's way to an open session: whatever it runs is bounded, cancellable and read-only. */
public interface SourceWork {

    SessionLimits limits();

    /**
     * Runs the work in a transaction of its own, which is rolled back. When the time is up the
     * source is told to stop, and when it does not the connection is dropped.
     *
     * @throws SourceException when it fails, takes too long or is cancelled
     */
    <T extends @Nullable Object> T transaction(Duration timeMax, SqlWork<T> work);

    /** The same within the time that a statement of this session may take. */
    default <T extends @Nullable Object> T transaction(SqlWork<T> work) {
        return transaction(limits().statementTimeout(), work);
    }

    /**
     * Between two steps of what takes long on our own side.
     *
     * @throws SourceException when the session was cancelled meanwhile
     */
    void checkCancelled();
}
