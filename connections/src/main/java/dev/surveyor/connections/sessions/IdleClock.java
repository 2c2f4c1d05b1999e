package dev.surveyor.connections.sessions;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Closes sessions that nobody has used for a while. */
@Component
final class IdleClock implements SmartLifecycle {

    private static final long EVERY_SECONDS = 5;

    private final SessionPools pools;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("idle-sessions").factory());
    private volatile @Nullable ScheduledFuture<?> closing;

    IdleClock(SessionPools pools) {
        this.pools = pools;
    }

    @Override
    public void start() {
        closing =
                clock.scheduleWithFixedDelay(
                        pools::closeIdle, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        closing = null;
        clock.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return closing != null;
    }
}
