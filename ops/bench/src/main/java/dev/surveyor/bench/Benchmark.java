package dev.surveyor.bench;

import java.io.IOException;

/** One thing whose speed or weight is measured. */
public interface Benchmark extends Experiment {

    /**
     * Measures ours and its alternative in turns, in one run, so that the machine's mood is the
     * same for both.
     *
     * @throws IOException when it could not run
     * @throws InterruptedException when it was told to stop
     */
    Report run(Bench.Workplace workplace) throws IOException, InterruptedException;
}
