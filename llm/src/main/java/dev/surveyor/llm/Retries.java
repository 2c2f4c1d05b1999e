package dev.surveyor.llm;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How often a call is tried again, and after which pause: twice as long each time, shortened at
 * random, so that those who failed together do not come back together.
 */
final class Retries {

    private static final Duration RETRY_AFTER_MAX = Duration.ofSeconds(10);

    private final int retriesMax;
    private final Duration pauseMin;
    private final DoubleSupplier jitter;
    private final Pause pause;

    /** Waits; another one in tests. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration length, Cancellation cancellation) throws InterruptedException;
    }

    /**
     * @param jitter numbers from 0 to below 1
     */
    Retries(int retriesMax, Duration pauseMin, DoubleSupplier jitter, Pause pause) {
        this.retriesMax = retriesMax;
        this.pauseMin = pauseMin;
        this.jitter = jitter;
        this.pause = pause;
    }

    /** Whether it is worth another try, after so many tries in vain. */
    boolean again(LlmException failure, int tried) {
        Duration asked = failure.retryAfter();
        return tried <= retriesMax
                && worthwhile(failure)
                && (asked == null || asked.compareTo(RETRY_AFTER_MAX) <= 0);
    }

    private static boolean worthwhile(LlmException failure) {
        return switch (failure.code()) {
            case UNREACHABLE, OVERLOADED, PROVIDER_FAILED, CUT_OFF -> failure.transientFailure();
            // What took too long already, takes too long twice.
            case TIMED_OUT, BUSY, STOPPED -> false;
            case NOT_CONFIGURED,
                    REFUSED,
                    KEY_REFUSED,
                    MODEL_MISSING,
                    TOO_LONG,
                    MALFORMED,
                    CANCELLED,
                    NOT_ALLOWED,
                    OVER_BUDGET ->
                    false;
        };
    }

    void pause(LlmException failure, int tried, Cancellation cancellation)
            throws InterruptedException {
        pause.pause(length(failure.retryAfter(), tried), cancellation);
    }

    private Duration length(@Nullable Duration asked, int tried) {
        Duration longest = pauseMin.multipliedBy(1L << (tried - 1));
        long half = longest.toNanos() / 2;
        Duration ours = Duration.ofNanos(half + (long) (half * jitter.getAsDouble()));
        return asked != null && asked.compareTo(ours) > 0 ? asked : ours;
    }
}
