package dev.surveyor.sources.session;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one piece of work: when its time is up or somebody cancels it, the source is told to
 * stop, again and again; when it has not stopped after a grace, the connection is dropped.
 */
final class Watch implements AutoCloseable {

    /** Why work was stopped. */
    enum Reason {
        TIME_UP,
        CANCELLED
    }

    /** How work is stopped. */
    interface Brake {

        /** Asks the source to stop; may block. */
        void ask();

        /** Cuts the connection; never blocks. */
        void drop();
    }

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("source-watch").daemon().factory());
    private static final long ASK_EVERY_MILLIS = 400;

    private final Brake brake;
    private final Duration grace;
    private final ScheduledFuture<?> alarm;
    private @Nullable ScheduledFuture<?> asking;
    private @Nullable ScheduledFuture<?> dropping;
    private @Nullable Reason reason;
    private @Nullable Thread asked;
    private boolean closed;

    Watch(Duration timeMax, Duration grace, Brake brake) {
        this.brake = brake;
        this.grace = grace;
        alarm =
                CLOCK.schedule(
                        () -> stop(Reason.TIME_UP), timeMax.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void stop(Reason why) {
        if (closed || reason != null) {
            return;
        }
        reason = why;
        asking =
                CLOCK.scheduleWithFixedDelay(this::ask, 0, ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        dropping = CLOCK.schedule(this::drop, grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** On a thread of its own: asking may have to wait for the source. One at a time. */
    private synchronized void ask() {
        if (!closed && (asked == null || !asked.isAlive())) {
            asked = Thread.ofVirtual().name("source-cancel").start(brake::ask);
        }
    }

    private synchronized void drop() {
        if (!closed) {
            brake.drop();
        }
    }

    synchronized @Nullable Reason reason() {
        return reason;
    }

    /** After this nothing is stopped any more: what runs next is not hit by a late request. */
    @Override
    public void close() {
        Thread late = end();
        if (late != null) {
            try {
                if (!late.join(grace)) {
                    brake.drop();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                brake.drop();
            }
        }
    }

    private synchronized @Nullable Thread end() {
        closed = true;
        alarm.cancel(false);
        if (asking != null) {
            asking.cancel(false);
        }
        if (dropping != null) {
            dropping.cancel(false);
        }
        return asked;
    }
}
