package dev.surveyor.embeddings;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Work under way, or the reason why it was not begun. */
final class Attempt<R> {

    private final Circuit circuit;
    private final @Nullable Future<R> future;
    private @Nullable String complaint;

    Attempt(Circuit circuit, @Nullable Future<R> future, @Nullable String complaint) {
        this.circuit = circuit;
        this.future = future;
        this.complaint = complaint;
    }

    /** Why there is no result, where that is known; null also where it was only too slow. */
    @Nullable String complaint() {
        return complaint;
    }

    /** Null where there is none in time. */
    @Nullable R result(long deadlineNanos) {
        if (future == null) {
            return null;
        }
        try {
            long patience = Math.max(0, deadlineNanos - System.nanoTime());
            R result = future.get(patience, TimeUnit.NANOSECONDS);
            circuit.succeeded();
            return result;
        } catch (TimeoutException e) {
            circuit.failed();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EmbeddingException failure) {
                circuit.failed();
                complaint = failure.getMessage();
                return null;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingException(
                    EmbeddingException.Code.STOPPED, true, "Whoever searched was told to stop.", e);
        }
    }
}
