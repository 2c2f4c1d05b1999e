package dev.surveyor.connections.saved;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Finishes removals: soon after each deletion, after a start, and once a minute. */
@Component
final class RemovalClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalClock.class);
    private static final long FIRST_AFTER_SECONDS = 2;
    private static final long EVERY_SECONDS = 60;

    private final Removals removals;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("connection-removal").factory());
    private volatile @Nullable ScheduledFuture<?> sweeping;

    RemovalClock(Removals removals) {
        this.removals = removals;
    }

    /** However often it is asked meanwhile, one more sweep follows. */
    void soon() {
        if (isRunning() && asked.compareAndSet(false, true)) {
            clock.execute(this::sweep);
        }
    }

    private void sweep() {
        asked.set(false);
        try {
            removals.sweep();
        } catch (DataAccessException e) {
            LOG.warn("No connection was removed, the next try is in a minute: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        sweeping =
                clock.scheduleWithFixedDelay(
                        this::sweep, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        sweeping = null;
        clock.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }
}
