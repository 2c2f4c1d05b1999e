package dev.surveyor.query.run;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.RunEvent;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to answer a question. */
public final class Run {

    /** A reader that is too far behind is waited for so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final UUID id;
    private final UUID asker;
    private final UUID connection;
    private final Cancellation cancellation = new Cancellation();
    private final RunLog log = new RunLog(PATIENCE);
    private final long begun = System.nanoTime();
    private volatile long ended;

    Run(UUID id, UUID asker, UUID connection) {
        this.id = id;
        this.asker = asker;
        this.connection = connection;
    }

    public UUID id() {
        return id;
    }

    UUID asker() {
        return asker;
    }

    UUID connection() {
        return connection;
    }

    /** Ends it, down to the database. */
    public void cancel() {
        cancellation.cancel();
    }

    /**
     * Begins to read its events.
     *
     * @param after number of the last event that was seen; 0: none
     * @return null where too many read already
     */
    public @Nullable RunReader read(int after) {
        return log.read(after);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    RunLog log() {
        return log;
    }

    void add(RunEvent event) {
        if (log.abandoned()) {
            cancellation.cancel();
        }
        if (!event.last()) {
            cancellation.check();
        }
        log.add(event);
        if (log.abandoned()) {
            cancellation.cancel();
        }
        if (event.last()) {
            ended = System.nanoTime();
        }
    }

    boolean isOver() {
        return log.ended();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Since its end. */
    Duration rested() {
        return Duration.ofNanos(System.nanoTime() - ended);
    }
}
