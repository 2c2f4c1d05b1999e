package dev.surveyor.connections.sessions;

import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.sources.SourceSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final int WAITING_MAX = 500;

    /** What sessions are shared by. */
    record Key(UUID connection, AskerClass use) {}

    /** A session that nobody uses. */
    private record Idle(SourceSession session, long version, long since) {}

    /** The right to one session, with a warm one where there was one. */
    static final class Slot {

        final Key key;
        final long version;
        final Optional<SourceSession> warm;
        final long idleNanos;
        private boolean outdated;

        Slot(Key key, long version, Optional<SourceSession> warm, long idleNanos) {
            this.key = key;
            this.version = version;
            this.warm = warm;
            this.idleNanos = idleNanos;
        }
    }

    private final int openMax;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Map<Key, Deque<Idle>> idle = new HashMap<>();
    private final Map<Key, Integer> used = new HashMap<>();
    private final Set<Slot> slots = new HashSet<>();
    private int open;
    private int waiting;

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
                if (left <= 0 || waiting >= WAITING_MAX) {
                    throw busy(key, limit, wait);
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
        Deque<Idle> warm = idle.getOrDefault(key, new ArrayDeque<>());
        while (!warm.isEmpty()) {
            Idle found = forget(key, warm.removeLast());
            if (found.version() == version) {
                open++;
                return Optional.of(
                        hold(
                                new Slot(
                                        key,
                                        version,
                                        Optional.of(found.session()),
                                        System.nanoTime() - found.since())));
            }
            dropped.add(found.session());
        }
        if (open >= openMax) {
            longestIdle().ifPresent(other -> dropped.add(dropOldest(other)));
        }
        if (open >= openMax) {
            return Optional.empty();
        }
        open++;
        return Optional.of(hold(new Slot(key, version, Optional.empty(), 0)));
    }

    private Slot hold(Slot slot) {
        used.merge(slot.key, 1, Integer::sum);
        slots.add(slot);
        return slot;
    }

    private Idle forget(Key key, Idle session) {
        open--;
        if (Objects.requireNonNull(idle.get(key)).isEmpty()) {
            idle.remove(key);
        }
        return session;
    }

    private Optional<Key> longestIdle() {
        return idle.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().getFirst().since()))
                .map(Map.Entry::getKey);
    }

    private SourceSession dropOldest(Key key) {
        return forget(key, Objects.requireNonNull(idle.get(key)).removeFirst()).session();
    }

    private ConnectionsException busy(Key key, int limit, Duration wait) {
        boolean ours = used.getOrDefault(key, 0) >= limit;
        return new ConnectionsException(
                Code.BUSY,
                ours
                        ? "All %d sessions for %s of this connection were in use for %d s: try again, or let its owner allow more."
                                .formatted(limit, key.use().words(), wait.toSeconds())
                        : "All %d sessions of this Surveyor were in use for %d s: try again, or let the operator allow more (surveyor.connections.sessions-max)."
                                .formatted(openMax, wait.toSeconds()));
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
                idle.computeIfAbsent(slot.key, key -> new ArrayDeque<>())
                        .addLast(new Idle(session.get(), slot.version, System.nanoTime()));
            } else {
                open--;
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
            List<SourceSession> dropped = new ArrayList<>();
            for (AskerClass use : AskerClass.values()) {
                Key key = new Key(connection, use);
                while (idle.containsKey(key)) {
                    dropped.add(dropOldest(key));
                }
            }
            slots.stream()
                    .filter(slot -> slot.key.connection().equals(connection))
                    .forEach(slot -> slot.outdated = true);
            freed.signalAll();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Sessions that have been idle for longer, to be closed. */
    List<SourceSession> dropIdle(Duration longer) {
        lock.lock();
        try {
            long before = System.nanoTime() - longer.toNanos();
            List<SourceSession> dropped = new ArrayList<>();
            for (Key key : List.copyOf(idle.keySet())) {
                while (idle.containsKey(key)
                        && Objects.requireNonNull(idle.get(key)).getFirst().since() - before <= 0) {
                    dropped.add(dropOldest(key));
                }
            }
            freed.signalAll();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Sessions that are open or being opened. */
    int open() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    boolean knows(UUID connection) {
        lock.lock();
        try {
            return slots.stream().anyMatch(slot -> slot.key.connection().equals(connection))
                    || idle.keySet().stream().anyMatch(key -> key.connection().equals(connection));
        } finally {
            lock.unlock();
        }
    }
}
