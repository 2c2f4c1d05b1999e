package dev.surveyor.llm;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends calls whose time is over; its thread is made with the first of them. */
final class Deadlines implements AutoCloseable {

    private @Nullable ScheduledThreadPoolExecutor timer;
    private boolean closed;

    /** Ends it for that reason after that time, unless it is closed before. */
    Cancellation.Hook after(Duration time, Cancellation cancellation, LlmException reason) {
        ScheduledFuture<?> end =
                timer().schedule(
                                () -> cancellation.cancel(reason),
                                time.toNanos(),
                                TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    private synchronized ScheduledThreadPoolExecutor timer() {
        if (closed) {
            throw stopped();
        }
        if (timer == null) {
            timer =
                    new ScheduledThreadPoolExecutor(
                            1, Thread.ofPlatform().daemon().name("llm-deadlines").factory());
            timer.setRemoveOnCancelPolicy(true);
        }
        return timer;
    }

    static LlmException stopped() {
        return new LlmException(
                LlmException.Code.STOPPED, true, "Surveyor is stopping: ask again later.", null);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
