package dev.surveyor.sources.session;

import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.Sockets;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SqlWork;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs work on one connection, each piece in a transaction that ends in time, whatever happens. */
final class Transactions implements AutoCloseable {

    /** The server keeps the time first: its message is the better one. */
    private static final Duration AFTER_SERVER = Duration.ofMillis(250);

    private static final Duration ROLLBACK_MAX = Duration.ofSeconds(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(1);

    private final Dialect dialect;
    private final Connection connection;
    private final Sockets sockets;
    private volatile boolean lost;
    private volatile boolean cancelled;
    private volatile @Nullable Watch running;

    Transactions(Dialect dialect, Connection connection, Sockets sockets) {
        this.dialect = dialect;
        this.connection = connection;
        this.sockets = sockets;
    }

    void cancel() {
        cancelled = true;
        Watch watch = running;
        if (watch != null) {
            watch.stop(Watch.Reason.CANCELLED);
        }
    }

    void checkCancelled() {
        if (cancelled) {
            throw failure(Watch.Reason.CANCELLED, null);
        }
    }

    boolean usable() {
        return !lost && !sockets.dropped();
    }

    <T extends @Nullable Object> T run(
            SessionLimits limits, List<String> searchPath, SqlWork<T> work) {
        try {
            return watched(
                    limits.statementTimeout().plus(AFTER_SERVER),
                    () -> {
                        dialect.begin(connection, limits, searchPath);
                        return work.run(connection);
                    });
        } finally {
            rollback();
        }
    }

    void reset() {
        cancelled = false;
        watched(
                ROLLBACK_MAX,
                () -> {
                    dialect.reset(connection);
                    return true;
                });
    }

    /** Work that may fail as a driver's does. */
    private interface Fallible<T extends @Nullable Object> {
        T run() throws SQLException, IOException;
    }

    private <T extends @Nullable Object> T watched(Duration timeMax, Fallible<T> work) {
        try (Watch watch = new Watch(timeMax, dialect.cancelGrace(), new ConnectionBrake())) {
            running = watch;
            checkCancelled();
            try {
                return work.run();
            } catch (SQLException e) {
                throw failure(watch.reason(), dialect.failure(e));
            } catch (IOException e) {
                throw failure(
                        watch.reason(),
                        new SourceException(
                                Code.CONNECTION_LOST,
                                true,
                                "The connection to the source broke: " + e.getMessage(),
                                e));
            }
        } finally {
            running = null;
        }
    }

    /** What stopped the work comes before what the driver said of it. */
    private SourceException failure(
            Watch.@Nullable Reason reason, @Nullable SourceException found) {
        if (found != null && found.code() == Code.CONNECTION_LOST) {
            lost = true;
        }
        if (reason == Watch.Reason.CANCELLED) {
            return new SourceException(Code.CANCELLED, true, "The work was cancelled.", found);
        }
        if (reason == Watch.Reason.TIME_UP && (found == null || found.code() != Code.TIMED_OUT)) {
            return new SourceException(
                    Code.TIMED_OUT,
                    true,
                    "The source took longer than it may: ask for less, or raise the time limit.",
                    found);
        }
        return found == null
                ? new SourceException(Code.FAILED, false, "The source failed.", null)
                : found;
    }

    /** A connection whose transaction cannot be ended is not used again. */
    private void rollback() {
        if (!usable()) {
            return;
        }
        try (Watch _ = new Watch(ROLLBACK_MAX, Duration.ZERO, new ConnectionBrake())) {
            connection.rollback();
        } catch (SQLException e) {
            lost = true;
        }
    }

    @Override
    public void close() {
        try (Watch _ = new Watch(CLOSE_MAX, Duration.ZERO, new ConnectionBrake())) {
            connection.close();
        } catch (SQLException e) {
            lost = true;
        } finally {
            sockets.close();
        }
    }

    private final class ConnectionBrake implements Watch.Brake {

        @Override
        public void ask() {
            try {
                dialect.cancel(connection);
            } catch (SQLException e) {
                // The source cannot be asked any more: then only dropping is left.
                sockets.drop();
            }
        }

        @Override
        public void drop() {
            lost = true;
            sockets.drop();
        }
    }
}
