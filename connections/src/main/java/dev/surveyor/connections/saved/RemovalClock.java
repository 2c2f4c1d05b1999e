package dev.surveyor.connections.saved;

import dev.surveyor.access.Beat;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Finishes removals: soon after each deletion, after a start, and once a minute. */
@Component
final class RemovalClock extends Beat {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(2);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Removals removals;

    RemovalClock(Removals removals) {
        super("connection-removal", FIRST_AFTER, EVERY);
        this.removals = removals;
    }

    @Override
    protected void beat() {
        removals.sweep();
    }
}
