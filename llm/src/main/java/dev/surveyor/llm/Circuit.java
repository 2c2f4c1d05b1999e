package dev.surveyor.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers that a provider does not answer, so that not every question waits for it: after some
 * failures in a row it is left alone for a while, then one call tries it again; each time in vain
 * doubles the while.
 */
final class Circuit {

    private static final int LONGER = 8;

    private final int failuresMax;
    private final Duration pauseMin;
    private final LongSupplier nanoTime;
    private int failures;
    private Duration pause;
    private long openUntil;
    private boolean open;

    Circuit(int failuresMax, Duration pauseMin, LongSupplier nanoTime) {
        this.failuresMax = failuresMax;
        this.pauseMin = pauseMin;
        this.pause = pauseMin;
        this.nanoTime = nanoTime;
    }

    /**
     * The one who tries again is let through, all others are not.
     *
     * @throws LlmException when it is left alone
     */
    synchronized void require() {
        if (!open) {
            return;
        }
        long left = openUntil - nanoTime.getAsLong();
        if (left > 0) {
            throw new LlmException(
                    LlmException.Code.UNREACHABLE,
                    true,
                    "The language model failed several times in a row and is left alone for a moment:"
                            + " ask again soon, or look into the provider's log.",
                    Duration.ofNanos(left),
                    null);
        }
        openUntil = nanoTime.getAsLong() + pause.toNanos();
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
        pause = pauseMin;
    }

    synchronized void failed() {
        failures++;
        if (open) {
            Duration longer = pause.multipliedBy(2);
            Duration longest = pauseMin.multipliedBy(LONGER);
            pause = longer.compareTo(longest) > 0 ? longest : longer;
        }
        if (failures >= failuresMax) {
            open = true;
            openUntil = nanoTime.getAsLong() + pause.toNanos();
        }
    }

    /** Whether nobody is let through just now. */
    synchronized boolean resting() {
        return open && openUntil - nanoTime.getAsLong() > 0;
    }

    synchronized boolean open() {
        return open;
    }
}
