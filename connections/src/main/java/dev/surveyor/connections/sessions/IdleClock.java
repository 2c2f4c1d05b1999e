package dev.surveyor.connections.sessions;

import dev.surveyor.access.Beat;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Closes sessions that nobody has used for a while. */
@Component
final class IdleClock extends Beat {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final SessionPools pools;

    IdleClock(SessionPools pools) {
        super("idle-sessions", EVERY, EVERY);
        this.pools = pools;
    }

    @Override
    protected void beat() {
        pools.closeIdle();
    }
}
