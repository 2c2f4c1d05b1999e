package dev.surveyor.sources.postgres;

import dev.surveyor.sources.SourceWork;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Steps back while a source is busy: a small query that usually takes no time tells how busy it is.
 * Used by one thread.
 */
final class Courtesy {

    private static final int SLOWER_TIMES = 10;
    private static final long BUSY_NANOS_MIN = Duration.ofMillis(200).toNanos();
    private static final long PAUSE_NANOS_FIRST = Duration.ofMillis(100).toNanos();
    private static final long PAUSE_NANOS_MAX = Duration.ofSeconds(5).toNanos();
    private static final long STEP_NANOS = Duration.ofMillis(50).toNanos();

    private final SourceWork work;
    private long best = Long.MAX_VALUE;
    private long pause;

    Courtesy(SourceWork work) {
        this.work = work;
    }

    /** The small query took this long for so many tables. */
    void probed(long nanos, int tables) {
        long each = nanos / Math.max(1, tables);
        best = Math.min(best, each);
        boolean busy = nanos > BUSY_NANOS_MIN && each / SLOWER_TIMES > best;
        pause = busy ? Math.clamp(pause * 2, PAUSE_NANOS_FIRST, PAUSE_NANOS_MAX) : 0;
    }

    Duration pause() {
        return Duration.ofNanos(pause);
    }

    /** Waits when the last probe took much longer than it may, each time longer. */
    void stepBack() {
        long end = System.nanoTime() + pause;
        while (System.nanoTime() - end < 0) {
            work.checkCancelled();
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
