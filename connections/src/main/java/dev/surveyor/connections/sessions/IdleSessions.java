package dev.surveyor.connections.sessions;

import dev.surveyor.sources.SourceSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sessions that are open and that nobody uses. Touched under the ledger's lock only. */
final class IdleSessions {

    /**
     * One of them.
     *
     * @param version of the connection when it was opened
     * @param since when it came back, in the clock's nanoseconds
     */
    record Idle(SourceSession session, long version, long since) {}

    /** The longest idle first. */
    private final Map<Ledger.Key, Deque<Idle>> byKey = new HashMap<>();

    private int count;

    int count() {
        return count;
    }

    void put(Ledger.Key key, Idle session) {
        byKey.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(session);
        count++;
    }

    /** The one that came back last is the likeliest to be there still. */
    Optional<Idle> takeNewest(Ledger.Key key) {
        Deque<Idle> sessions = byKey.get(key);
        return sessions == null
                ? Optional.empty()
                : Optional.of(taken(key, sessions, sessions.removeLast()));
    }

    private Idle taken(Ledger.Key key, Deque<Idle> from, Idle session) {
        count--;
        if (from.isEmpty()) {
            byKey.remove(key);
        }
        return session;
    }

    /** Of whichever connection. */
    Optional<SourceSession> takeLongestIdle() {
        return byKey.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().getFirst().since()))
                .map(Map.Entry::getKey)
                .flatMap(this::takeOldest)
                .map(Idle::session);
    }

    private Optional<Idle> takeOldest(Ledger.Key key) {
        Deque<Idle> sessions = byKey.get(key);
        return sessions == null
                ? Optional.empty()
                : Optional.of(taken(key, sessions, sessions.removeFirst()));
    }

    List<SourceSession> takeAll(UUID connection) {
        List<SourceSession> all = new ArrayList<>();
        for (Ledger.Key key : List.copyOf(byKey.keySet())) {
            if (key.connection().equals(connection)) {
                for (Idle one : byKey.getOrDefault(key, new ArrayDeque<>())) {
                    all.add(one.session());
                    count--;
                }
                byKey.remove(key);
            }
        }
        return all;
    }

    List<SourceSession> takeIdleFor(Duration longer) {
        long before = System.nanoTime() - longer.toNanos();
        List<SourceSession> all = new ArrayList<>();
        for (Ledger.Key key : List.copyOf(byKey.keySet())) {
            Deque<Idle> sessions = byKey.get(key);
            while (sessions != null
                    && !sessions.isEmpty()
                    && sessions.getFirst().since() - before <= 0) {
                all.add(taken(key, sessions, sessions.removeFirst()).session());
            }
        }
        return all;
    }

    boolean knows(UUID connection) {
        return byKey.keySet().stream().anyMatch(key -> key.connection().equals(connection));
    }
}
