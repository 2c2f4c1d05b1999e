package dev.surveyor.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends a call from another thread, once and for good. */
public final class Cancellation {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable LlmException why;

    /** Ends whatever was given this; returns at once. */
    public void cancel() {
        cancel(
                new LlmException(
                        LlmException.Code.CANCELLED, false, "The question was cancelled.", null));
    }

    /** Ends it for a reason of our own, which whoever waits is told; the first reason counts. */
    void cancel(LlmException reason) {
        List<Runnable> told;
        synchronized (listeners) {
            if (why != null) {
                return;
            }
            why = reason;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        ended.countDown();
        told.forEach(Runnable::run);
    }

    public boolean cancelled() {
        return ended.getCount() == 0;
    }

    /**
     * Goes on where nobody cancelled.
     *
     * @throws LlmException when somebody did
     */
    public void check() {
        LlmException reason = reason();
        if (reason != null) {
            throw reason;
        }
    }

    @Nullable LlmException reason() {
        synchronized (listeners) {
            return why;
        }
    }

    /**
     * Waits that long.
     *
     * @throws LlmException as soon as it is cancelled
     */
    public void await(Duration longest) throws InterruptedException {
        ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        check();
    }

    /**
     * Runs something at the cancelling, at once where that has been; on the thread that cancels, so
     * it must be quick.
     */
    public Hook onCancel(Runnable action) {
        synchronized (listeners) {
            if (why == null) {
                listeners.add(action);
                return () -> {
                    synchronized (listeners) {
                        listeners.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /** One that ends with this one, and may end before it. */
    Child child() {
        Cancellation inner = new Cancellation();
        Hook hook =
                onCancel(() -> {
                    LlmException reason = reason();
                    if (reason != null) {
                        inner.cancel(reason);
                    }
                });
        return new Child(inner, hook);
    }

    /** What is to be forgotten when a call is over. */
    @FunctionalInterface
    public interface Hook extends AutoCloseable {
        @Override
        void close();
    }

    record Child(Cancellation cancellation, Hook hook) implements AutoCloseable {
        @Override
        public void close() {
            hook.close();
        }
    }
}
