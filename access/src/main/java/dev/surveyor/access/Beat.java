package dev.surveyor.access;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Small work that comes round by itself while the house is open, on a thread of its own and never
 * twice at a time. What fails is logged and tried again at the next beat.
 */
public abstract class Beat implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private @Nullable ScheduledExecutorService clock;
    private @Nullable ScheduledFuture<?> beats;
    private boolean asked;

    /**
     * @param name of its thread, and in the log
     * @param first how long after the start it beats for the first time
     * @param every how long it rests after each beat
     */
    protected Beat(String name, Duration first, Duration every) {
        this.name = name;
        this.first = first;
        this.every = every;
    }

    /** One beat. */
    protected abstract void beat();

    /** Beats out of turn; however often it is asked before that begins, it is one beat. */
    public final synchronized void soon() {
        if (clock != null && !asked) {
            asked = true;
            clock.execute(this::beatSafely);
        }
    }

    private void beatSafely() {
        synchronized (this) {
            asked = false;
        }
        try {
            beat();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The work '{}' failed, the next try is in {} s: {}",
                    name,
                    every.toSeconds(),
                    String.valueOf(e.getMessage()));
        }
    }

    @Override
    public final synchronized void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
        beats =
                clock.scheduleWithFixedDelay(
                        this::beatSafely,
                        first.toMillis(),
                        every.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public final synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
            beats = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return beats != null;
    }
}
