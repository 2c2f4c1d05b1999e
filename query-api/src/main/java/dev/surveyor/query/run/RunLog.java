package dev.surveyor.query.run;

import dev.surveyor.query.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of one run, kept for whoever reads them, now or again. It waits for readers who are
 * behind, but not for long: who does not read is cut off. Safe for many threads.
 */
final class RunLog {

    /** So much may wait for a reader. */
    static final long BEHIND_BYTES_MAX = 1L << 20;

    private static final int READERS_MAX = 32;
    private static final long NANOS_PER_MS = 1_000_000;

    private record Entry(RunEvent event, long bytesBefore) {}

    private final Duration patience;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private long bytes;
    private boolean ended;
    private final CompletableFuture<RunEvent> end = new CompletableFuture<>();
    private long unreadSince = System.nanoTime();
    private int attending;
    private boolean cut;

    /**
     * @param patience with readers who are behind
     */
    RunLog(Duration patience) {
        this.patience = patience;
    }

    /** Adds an event; waits a little while readers are too far behind. */
    synchronized void add(RunEvent event) {
        awaitReaders();
        entries.add(new Entry(event, bytes));
        bytes += EventSize.of(event);
        ended = event.last();
        notifyAll();
        if (ended) {
            end.complete(event);
        }
    }

    /** Waits for the last event only, as somebody who reads: the run lives on for them. */
    RunEvent attend() throws InterruptedException {
        count(1);
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int more) {
        attending += more;
        unreadSince = System.nanoTime();
    }

    private boolean isUnread() {
        return readers.isEmpty() && attending == 0;
    }

    private void awaitReaders() {
        if (!awaits(() -> !isSomebodyBehind(), patience)) {
            cutOff();
        }
    }

    /** Waits under the lock until it is so; whether it is. */
    private boolean awaits(BooleanSupplier so, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (!so.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / NANOS_PER_MS;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at a run's events", e);
        }
    }

    private boolean isSomebodyBehind() {
        return readers.stream().anyMatch(this::isBehind);
    }

    private boolean isBehind(Reader reader) {
        return reader.next < entries.size()
                && bytes - entries.get(reader.next).bytesBefore() > BEHIND_BYTES_MAX;
    }

    private void cutOff() {
        for (Reader reader : List.copyOf(readers)) {
            if (isBehind(reader)) {
                reader.cut = true;
                cut = true;
                readers.remove(reader);
            }
        }
        if (readers.isEmpty()) {
            unreadSince = System.nanoTime();
        }
        notifyAll();
    }

    /** Whether a reader was cut off and nobody else reads. */
    synchronized boolean abandoned() {
        return cut && isUnread() && !ended;
    }

    /** How long nobody has read; 0 while somebody does. */
    synchronized Duration unread() {
        return isUnread() ? Duration.ofNanos(System.nanoTime() - unreadSince) : Duration.ZERO;
    }

    synchronized boolean ended() {
        return ended;
    }

    synchronized long bytes() {
        return bytes;
    }

    /**
     * Begins to read.
     *
     * @param after number of the last event that was seen; 0: none
     * @return null where too many read already
     */
    synchronized @Nullable RunReader read(int after) {
        if (readers.size() == READERS_MAX) {
            return null;
        }
        Reader reader = new Reader(Math.min(Math.max(after, 0), entries.size()));
        readers.add(reader);
        return reader;
    }

    private final class Reader implements RunReader {

        private int next;
        private boolean cut;

        private Reader(int next) {
            this.next = next;
        }

        @Override
        public @Nullable Numbered next(Duration longest) {
            synchronized (RunLog.this) {
                boolean there = awaits(() -> next < entries.size() || ended || cut, longest);
                if (!there || cut || next == entries.size()) {
                    return null;
                }
                RunEvent event = entries.get(next).event();
                return new Numbered(next + 1, event);
            }
        }

        @Override
        public void arrived() {
            synchronized (RunLog.this) {
                next++;
                RunLog.this.notifyAll();
            }
        }

        @Override
        public boolean over() {
            synchronized (RunLog.this) {
                return cut || (ended && next == entries.size());
            }
        }

        @Override
        public void close() {
            synchronized (RunLog.this) {
                readers.remove(this);
                if (readers.isEmpty()) {
                    unreadSince = System.nanoTime();
                }
                RunLog.this.notifyAll();
            }
        }
    }
}
