package dev.surveyor.sources.session;

import dev.surveyor.sources.Dialect;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.Sockets;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Connects on a thread of its own, so that the time holds whatever blocks: the look-up of a name, a
 * server that accepts and stays silent, a handshake that never ends.
 */
final class Opening {

    private final Dialect dialect;
    private final SourceAddress address;
    private final SessionLimits limits;
    private final CompletableFuture<Opened> result = new CompletableFuture<>();
    private volatile @Nullable Sockets sockets;

    /** A connection that has answered. */
    record Opened(Connection connection, String server, Sockets sockets) {}

    private Opening(Dialect dialect, SourceAddress address, SessionLimits limits) {
        this.dialect = dialect;
        this.address = address;
        this.limits = limits;
    }

    static Opened open(Dialect dialect, SourceAddress address, SessionLimits limits) {
        return new Opening(dialect, address, limits).await();
    }

    private Opened await() {
        Thread.ofVirtual().name("source-connect").start(this::connect);
        try {
            return result.get(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            abandon();
            throw new SourceException(
                    Code.UNREACHABLE,
                    true,
                    "%s gave no answer within %d s: check host, port and firewall."
                            .formatted(address.display(), limits.connectTimeout().toSeconds()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
            throw new SourceException(
                    Code.CANCELLED,
                    true,
                    "Connecting to %s was cancelled.".formatted(address.display()),
                    e);
        }
    }

    private void connect() {
        try {
            Sockets made = Sockets.to(destination());
            sockets = made;
            Connection connection = dialect.connect(address, limits, made);
            Opened opened = new Opened(connection, dialect.server(connection), made);
            if (!result.complete(opened)) {
                made.close();
                connection.close();
            }
        } catch (SQLException | UnknownHostException | RuntimeException e) {
            closeSockets();
            result.completeExceptionally(e);
        }
    }

    private @Nullable InetAddress destination() throws UnknownHostException {
        if (address.checkedAddress() != null || address.host().isEmpty()) {
            return address.checkedAddress();
        }
        return InetAddress.getAllByName(address.host())[0];
    }

    private void abandon() {
        result.cancel(false);
        closeSockets();
    }

    private void closeSockets() {
        Sockets made = sockets;
        if (made != null) {
            made.close();
        }
    }

    private SourceException failure(Throwable cause) {
        return switch (cause) {
            case SourceException known -> known;
            case SQLException sql -> dialect.failure(sql);
            case UnknownHostException _ ->
                    new SourceException(
                            Code.UNREACHABLE,
                            false,
                            "There is no host named '%s': check its spelling."
                                    .formatted(address.host()),
                            cause);
            default ->
                    new SourceException(
                            Code.FAILED,
                            false,
                            "%s cannot be opened: %s"
                                    .formatted(address.display(), cause.getMessage()),
                            cause);
        };
    }
}
