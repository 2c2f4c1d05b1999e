package dev.surveyor.connections.sessions;

import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.sessions.IdleSessions.Idle;
import dev.surveyor.sources.SourceSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts who holds which session. Nothing slow happens under its lock: opening and closing are the
 * caller's.
 */
final class Ledger {

    static final int WAITING_MAX = 500;

    /** What sessions are shared by. */
    record Key(UUID connection, AskerClass use) {}

    private final int openMax;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final IdleSessions idle = new IdleSessions();
    private final Set<Slot> slots = new HashSet<>();
    private final Map<Key, Integer> used = new HashMap<>();
    private int waiting;
    private long refused;

    Ledger(int openMax) {
        this.openMax = openMax;
    }

    /**
     * Takes the right to a session, waiting for one no longer than this.
     *
     * @param dropped gets sessions that the caller must close
     * @throws ConnectionsException saying which limit was met
     */
    Slot take(Key key, long version, int limit, Duration wait, List<SourceSession> dropped) {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (true) {
                if (used.getOrDefault(key, 0) < limit) {
                    Optional<Slot> slot = slot(key, version, dropped);
                    if (slot.isPresent()) {
                        return slot.get();
                    }
                }
                if (left <= 0) {
                    refused++;
                    throw busy(key, limit, wait);
                }
                if (waiting >= WAITING_MAX) {
                    refused++;
                    throw crowded();
                }
                waiting++;
                try {
                    left = freed.awaitNanos(left);
                } finally {
                    waiting--;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionsException(
                    Code.BUSY, "Waiting for a session of this connection was cancelled.", e);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Slot> slot(Key key, long version, List<SourceSession> dropped) {
        for (Optional<Idle> warm = idle.takeNewest(key);
                warm.isPresent();
                warm = idle.takeNewest(key)) {
            Idle found = warm.get();
            if (found.version() == version) {
                long idleNanos = System.nanoTime() - found.since();
                return Optional.of(hold(key, version, Optional.of(found.session()), idleNanos));
            }
            dropped.add(found.session());
        }
        if (isFull()) {
            idle.takeLongestIdle().ifPresent(dropped::add);
        }
        return isFull() ? Optional.empty() : Optional.of(hold(key, version, Optional.empty(), 0));
    }

    private boolean isFull() {
        return slots.size() + idle.count() >= openMax;
    }

    private Slot hold(Key key, long version, Optional<SourceSession> warm, long idleNanos) {
        Slot slot = new Slot(key, version, warm, idleNanos);
        used.merge(key, 1, Integer::sum);
        slots.add(slot);
        return slot;
    }

    private ConnectionsException busy(Key key, int limit, Duration wait) {
        boolean ours = used.getOrDefault(key, 0) >= limit;
        String waited = wait.toSeconds() > 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms";
        return new ConnectionsException(
                Code.BUSY,
                ours
                        ? "All %d sessions for %s of this connection were in use for %s: try again, or let its owner allow more."
                                .formatted(limit, key.use().words(), waited)
                        : "All %d sessions of this Surveyor were in use for %s: try again, or let the operator allow more (surveyor.connections.sessions-max)."
                                .formatted(openMax, waited));
    }

    private static ConnectionsException crowded() {
        return new ConnectionsException(
                Code.BUSY,
                "%d others wait for a session already: try again in a moment."
                        .formatted(WAITING_MAX));
    }

    /**
     * Gives the right back.
     *
     * @param session to keep warm; empty: there is none any more
     * @return whether it was kept; else the caller closes it
     */
    boolean giveBack(Slot slot, Optional<SourceSession> session) {
        lock.lock();
        try {
            slots.remove(slot);
            used.computeIfPresent(slot.key, (key, count) -> count > 1 ? count - 1 : null);
            boolean kept = session.isPresent() && !slot.outdated;
            if (kept) {
                idle.put(slot.key, new Idle(session.get(), slot.version, System.nanoTime()));
            }
            freed.signalAll();
            return kept;
        } finally {
            lock.unlock();
        }
    }

    /** Sessions of this connection that are idle, to be closed; those in use are not kept later. */
    List<SourceSession> drop(UUID connection) {
        lock.lock();
        try {
            slots.stream()
                    .filter(slot -> slot.key.connection().equals(connection))
                    .forEach(slot -> slot.outdated = true);
            freed.signalAll();
            return idle.takeAll(connection);
        } finally {
            lock.unlock();
        }
    }

    /** Sessions that have been idle for longer, to be closed. */
    List<SourceSession> dropIdle(Duration longer) {
        lock.lock();
        try {
            freed.signalAll();
            return idle.takeIdleFor(longer);
        } finally {
            lock.unlock();
        }
    }

    /** Sessions that are open or being opened. */
    int open() {
        lock.lock();
        try {
            return slots.size() + idle.count();
        } finally {
            lock.unlock();
        }
    }

    int openMax() {
        return openMax;
    }

    /** Sessions that are held for this use. */
    int used(AskerClass use) {
        lock.lock();
        try {
            return used.entrySet().stream()
                    .filter(each -> each.getKey().use() == use)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** How many waited in vain since the start. */
    long refused() {
        lock.lock();
        try {
            return refused;
        } finally {
            lock.unlock();
        }
    }

    boolean knows(UUID connection) {
        lock.lock();
        try {
            return idle.knows(connection)
                    || slots.stream().anyMatch(slot -> slot.key.connection().equals(connection));
        } finally {
            lock.unlock();
        }
    }
}
