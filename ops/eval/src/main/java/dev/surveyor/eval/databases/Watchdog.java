package dev.surveyor.eval.databases;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Cancels statements that take too long: SQLite's driver has no time-out of its own for them. */
final class Watchdog {

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("statement-watchdog").daemon().factory());

    private Watchdog() {}

    static Watch watch(Statement statement, Duration timeMax) {
        return new Watch(statement, timeMax);
    }

    static final class Watch implements AutoCloseable {

        private final Statement statement;
        private final ScheduledFuture<?> alarm;
        private boolean expired;
        private boolean closed;

        private Watch(Statement statement, Duration timeMax) {
            this.statement = statement;
            alarm = CLOCK.schedule(this::expire, timeMax.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void expire() {
            if (closed) {
                return;
            }
            expired = true;
            try {
                statement.cancel();
            } catch (SQLException e) {
                // Nothing to cancel any more: it ended at this moment.
            }
        }

        synchronized boolean expired() {
            return expired;
        }

        /** After this nothing is cancelled, also not what runs next on the connection. */
        @Override
        public synchronized void close() {
            closed = true;
            alarm.cancel(false);
        }
    }
}
