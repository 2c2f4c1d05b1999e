package dev.surveyor.query.run;

import dev.surveyor.query.RunEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One who reads the events of a run; the run lives on as long as somebody does. For one thread. */
public interface RunReader extends AutoCloseable {

    /** An event with its number, from 1. */
    record Numbered(int number, RunEvent event) {}

    /**
     * The next event; null when there was none for so long, when all are read, or when this reader
     * was so slow that it was cut off: see {@link #over}.
     */
    @Nullable Numbered next(Duration longest);

    /** The last one that was handed out has arrived. */
    void arrived();

    /** Whether nothing comes any more. */
    boolean over();

    @Override
    void close();
}
