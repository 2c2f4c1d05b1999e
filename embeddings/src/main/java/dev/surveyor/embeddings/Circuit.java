package dev.surveyor.embeddings;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers that something does not answer, so that not everybody waits for it: after some failures
 * in a row it is left alone for a while, then one call tries it again; each time in vain doubles
 * the while.
 */
final class Circuit {

    private static final int FAILURES_MAX = 3;
    private static final Duration PAUSE_MIN = Duration.ofSeconds(2);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private int failures;
    private Duration pause = PAUSE_MIN;
    private long openUntil;
    private boolean open;

    Circuit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether to call now; the one who tries again is told yes, all others no. */
    synchronized boolean allows() {
        if (!open) {
            return true;
        }
        if (nanoTime.getAsLong() - openUntil < 0) {
            return false;
        }
        openUntil = nanoTime.getAsLong() + pause.toNanos();
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
        pause = PAUSE_MIN;
    }

    synchronized void failed() {
        failures++;
        if (open) {
            pause =
                    pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0
                            ? PAUSE_MAX
                            : pause.multipliedBy(2);
        }
        if (failures >= FAILURES_MAX) {
            open = true;
            openUntil = nanoTime.getAsLong() + pause.toNanos();
        }
    }
}
