package dev.surveyor.bench;

import java.io.IOException;

/**
 * One thing that is measured. An implementation has a constructor without parameters and a line in
 * {@code META-INF/services}; nothing else learns its name.
 */
public interface Benchmark {

    /** What follows {@code surveyor bench}. */
    String name();

    /** One line for {@code --help}. */
    String summary();

    /**
     * Measures ours and its alternative in turns, in one run, so that the machine's mood is the
     * same for both.
     *
     * @throws IOException when it could not run
     * @throws InterruptedException when it was told to stop
     */
    Report run(Bench.Workplace workplace) throws IOException, InterruptedException;
}
