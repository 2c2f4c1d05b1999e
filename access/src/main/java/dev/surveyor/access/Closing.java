package dev.surveyor.access;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The end of the house. From the moment it begins nothing new is taken in, and all that is under
 * way has until one common deadline.
 */
@Component
public final class Closing implements ApplicationListener<ContextClosedEvent> {

    private static final String GRACE = "surveyor.http.shutdown-grace";
    private static final Duration GRACE_USUAL = Duration.ofSeconds(7);
    private static final Duration LAST_WORDS_MAX = Duration.ofMillis(1500);
    private static final int LAST_WORDS_PART = 4;
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Duration grace;
    private volatile boolean begun;
    private volatile long deadline;

    @Autowired
    Closing(Environment environment) {
        this(environment.getProperty(GRACE, Duration.class, GRACE_USUAL));
    }

    /**
     * @param grace from its beginning to the deadline
     */
    public Closing(Duration grace) {
        this.grace = grace;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        begin();
    }

    /** Begins it; once is enough. */
    public synchronized void begin() {
        if (!begun) {
            deadline = System.nanoTime() + grace.toNanos();
            begun = true;
        }
    }

    public boolean begun() {
        return begun;
    }

    /** How long before the deadline those who did not come to an end by themselves are told. */
    public Duration lastWords() {
        Duration part = grace.dividedBy(LAST_WORDS_PART);
        return part.compareTo(LAST_WORDS_MAX) < 0 ? part : LAST_WORDS_MAX;
    }

    /**
     * Begins it and waits.
     *
     * @param reserve so long before the deadline waiting ends
     * @return whether it is over
     */
    public boolean await(Duration reserve, BooleanSupplier over) {
        begin();
        while (!over.getAsBoolean()) {
            if (deadline - reserve.toNanos() - System.nanoTime() <= 0) {
                return false;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return true;
    }
}
