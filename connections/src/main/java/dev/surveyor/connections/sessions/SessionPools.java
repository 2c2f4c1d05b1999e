package dev.surveyor.connections.sessions;

import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.connections.secrets.ConnectionSecrets;
import dev.surveyor.connections.sessions.Opener.Opened;
import dev.surveyor.sources.RolePowers;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sessions kept warm per connection and use; each is made as new before its next user. */
@Component
public class SessionPools implements SourceSessions, DisposableBean {

    /** Whatever rested longer may have been cut off by someone on the way. */
    private static final long TRUSTED_IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** An address that was looked at, for as long as sessions go there. */
    private record Checked(long version, InetAddress address) {}

    private final Opener opener;
    private final ConnectionSecrets credentials;
    private final ConnectionsSettings settings;
    private final Ledger ledger;
    private final Map<UUID, Checked> checked = new ConcurrentHashMap<>();

    SessionPools(Opener opener, ConnectionSecrets credentials, ConnectionsSettings settings) {
        this.opener = opener;
        this.credentials = credentials;
        this.settings = settings;
        this.ledger = new Ledger(settings.sessionsMax());
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public SessionLease lease(Connection connection, AskerClass use) {
        Slot slot = take(connection, use);
        while (slot.warm.isPresent()) {
            SourceSession warm = slot.warm.get();
            if (slot.idleNanos < TRUSTED_IDLE_NANOS || isAsNew(warm)) {
                return new Lease(slot, warm);
            }
            giveBack(slot, Optional.empty());
            warm.close();
            slot = take(connection, use);
        }
        try {
            return new Lease(slot, open(connection, use));
        } catch (SourceException e) {
            giveBack(slot, Optional.empty());
            throw new ConnectionsException(
                    Code.SOURCE_UNAVAILABLE, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            giveBack(slot, Optional.empty());
            throw e;
        }
    }

    private Slot take(Connection connection, AskerClass use) {
        List<SourceSession> dropped = new ArrayList<>();
        try {
            return ledger.take(
                    new Ledger.Key(connection.id(), use),
                    connection.version(),
                    connection.options().sessions(use),
                    settings.sessionWait(),
                    dropped);
        } finally {
            dropped.forEach(SourceSession::close);
        }
    }

    private SourceSession open(Connection connection, AskerClass use) {
        Checked known = checked.get(connection.id());
        InetAddress address =
                known != null && known.version() == connection.version() ? known.address() : null;
        Opened opened;
        try {
            opened =
                    opener.open(
                            connection.address(),
                            credentials.unseal(connection.id()),
                            limits(connection, use),
                            address);
        } catch (SourceException e) {
            checked.remove(connection.id());
            throw e;
        }
        try {
            requireHarmless(connection, opened.session().rolePowers());
        } catch (RuntimeException e) {
            opened.session().close();
            throw e;
        }
        InetAddress at = opened.at();
        if (at != null) {
            checked.put(connection.id(), new Checked(connection.version(), at));
        }
        return opened.session();
    }

    private static SessionLimits limits(Connection connection, AskerClass use) {
        return switch (use) {
            case QUESTIONS -> SessionLimits.standard();
            case SURVEYS ->
                    SessionLimits.standard()
                            .withStatementTimeout(
                                    Duration.ofSeconds(
                                            connection.options().survey().tableSecondsMax()));
        };
    }

    private static void requireHarmless(Connection connection, RolePowers powers) {
        if (powers.dangerous() && !connection.powerfulRoleAllowed()) {
            throw new ConnectionsException(
                    Code.ROLE_TOO_POWERFUL, Trial.tooPowerful(powers.role()));
        }
    }

    private static boolean isAsNew(SourceSession session) {
        try {
            session.reset();
            return session.usable();
        } catch (SourceException e) {
            return false;
        }
    }

    private void giveBack(Slot slot, Optional<SourceSession> session) {
        if (!ledger.giveBack(slot, session)) {
            session.ifPresent(SourceSession::close);
        }
    }

    /** What was opened before the connection was changed is closed, now or when it comes back. */
    public void changed(UUID connection) {
        ledger.drop(connection).forEach(SourceSession::close);
        checked.remove(connection);
    }

    void closeIdle() {
        ledger.dropIdle(settings.sessionIdle()).forEach(SourceSession::close);
        checked.keySet().removeIf(connection -> !ledger.knows(connection));
    }

    int open() {
        return ledger.open();
    }

    @Override
    public void destroy() {
        ledger.dropIdle(Duration.ZERO).forEach(SourceSession::close);
    }

    private final class Lease implements SessionLease {

        private final Slot slot;
        private final SourceSession session;
        private final AtomicBoolean closed = new AtomicBoolean();

        Lease(Slot slot, SourceSession session) {
            this.slot = slot;
            this.session = session;
        }

        @Override
        public SourceSession session() {
            return session;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                boolean reusable = session.usable() && isAsNew(session);
                giveBack(slot, reusable ? Optional.of(session) : Optional.empty());
                if (!reusable) {
                    session.close();
                }
            }
        }
    }
}
