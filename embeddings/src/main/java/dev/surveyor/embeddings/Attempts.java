package dev.surveyor.embeddings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that is waited for only so long, each on a thread of its own, unless its circuit is open or
 * too much is under way. Whatever is not back in time is not waited for, but not interrupted either
 * before all is closed: an interrupt closes files under a reader.
 */
final class Attempts implements AutoCloseable {

    private static final int UNDER_WAY_MAX = 128;
    private static final int DRAIN_SECONDS = 2;

    private final Semaphore room = new Semaphore(UNDER_WAY_MAX);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    <R> Attempt<R> begin(Circuit circuit, Supplier<R> work) {
        if (!circuit.allows()) {
            return new Attempt<>(
                    circuit, null, "it did not answer lately and is tried again in a moment.");
        }
        if (!room.tryAcquire()) {
            return new Attempt<>(circuit, null, "too many questions are under way.");
        }
        return new Attempt<>(
                circuit,
                threads.submit(() -> {
                    try {
                        return work.get();
                    } finally {
                        room.release();
                    }
                }),
                null);
    }

    /** Waits a moment for what is under way, then tells it to stop. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
