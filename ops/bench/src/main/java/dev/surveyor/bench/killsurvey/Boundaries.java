package dev.surveyor.bench.killsurvey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts the commits of surveys in this process, and holds each survey at the one that a file
 * names, until the process is killed. Before the file is there nothing counts.
 */
final class Boundaries {

    /** Of the file that arms it. */
    static final String PROPERTY = "fault.halt";

    private static final String SURVEYS = "dev.surveyor.pipeline.";
    private static final String BATCH = "org.springframework.batch.";
    private static final String RENEWALS = "survey-leases";
    private static final UUID SEVERAL = new UUID(0, 0);

    interface Commit {
        @Nullable Object make() throws Throwable;
    }

    /**
     * Where a connection's survey is held.
     *
     * @param number of the commit; 0: nowhere, its commits are counted
     */
    record Stop(UUID connection, int number, boolean before) {

        private String line() {
            return connection + " " + number + " " + before;
        }

        private static Stop of(String line) {
            String[] words = line.split(" ", -1);
            return new Stop(
                    UUID.fromString(words[0]),
                    Integer.parseInt(words[1]),
                    Boolean.parseBoolean(words[2]));
        }

        /** Made when the survey is held. */
        Path mark(Path order) {
            return order.resolveSibling("held-" + connection);
        }

        /** Where the count is kept. */
        Path count(Path order) {
            return order.resolveSibling("count-" + connection);
        }
    }

    private final Path order;
    private final Map<UUID, Stop> stops = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> passed = new ConcurrentHashMap<>();

    /** What else is bound in statements about a connection: its survey. */
    private final Map<UUID, UUID> connections = new ConcurrentHashMap<>();

    Boundaries(Path order) {
        this.order = order;
    }

    /** Says in one step where surveys are held. */
    static void arm(Path order, Collection<Stop> stops) throws IOException {
        for (Stop stop : stops) {
            Files.deleteIfExists(stop.mark(order));
        }
        Path draft = order.resolveSibling("draft");
        Files.write(draft, stops.stream().map(Stop::line).toList());
        Files.move(draft, order);
    }

    /**
     * Makes a commit, if its survey is not held before it.
     *
     * @param bound what its statements are about
     */
    @Nullable Object pass(Collection<UUID> bound, Commit commit) throws Throwable {
        UUID connection = isArmed() && isOfASurvey() ? connection(bound) : null;
        if (connection == null) {
            return commit.make();
        }
        int number =
                passed.computeIfAbsent(connection, key -> new AtomicInteger()).incrementAndGet();
        Stop stop = stops.get(connection);
        if (stop == null) {
            return commit.make();
        }
        if (stop.number() == number && stop.before()) {
            hold(stop);
        }
        Object result = commit.make();
        if (stop.number() == number) {
            hold(stop);
        }
        if (stop.number() == 0) {
            Files.writeString(stop.count(order), Integer.toString(number));
        }
        return result;
    }

    private void hold(Stop stop) throws IOException {
        Files.writeString(stop.mark(order), "", StandardOpenOption.CREATE);
        while (true) {
            LockSupport.park(this);
        }
    }

    private boolean isArmed() {
        if (stops.isEmpty() && Files.exists(order)) {
            try {
                List<String> lines = Files.readAllLines(order);
                lines.stream().map(Stop::of).forEach(stop -> stops.put(stop.connection(), stop));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return !stops.isEmpty();
    }

    private @Nullable UUID connection(Collection<UUID> bound) {
        for (UUID each : bound) {
            if (stops.containsKey(each)) {
                bound.forEach(other ->
                        connections.merge(
                                other, each, (had, now) -> had.equals(now) ? now : SEVERAL));
                return each;
            }
        }
        for (UUID each : bound) {
            UUID connection = connections.getOrDefault(each, SEVERAL);
            if (!connection.equals(SEVERAL)) {
                return connection;
            }
        }
        return null;
    }

    /** Renewals come with the clock, not with the work. */
    private static boolean isOfASurvey() {
        return !Thread.currentThread().getName().equals(RENEWALS)
                && StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame ->
                                        frame.getClassName().startsWith(SURVEYS)
                                                || frame.getClassName().startsWith(BATCH)));
    }
}
