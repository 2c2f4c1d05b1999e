package dev.surveyor.embeddings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Work that is waited for only so long, each on a thread of its own, unless its circuit is open or
 * too much is under way. Whatever is not back in time is not waited for, but never interrupted
 * either: an interrupt closes files under a reader.
 */
final class Attempts implements AutoCloseable {

    private static final int UNDER_WAY_MAX = 128;

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

    /** Waits for what is under way. */
    @Override
    public void close() {
        threads.close();
    }
}
