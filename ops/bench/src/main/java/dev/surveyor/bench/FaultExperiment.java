package dev.surveyor.bench;

import java.io.IOException;
import java.util.Set;

/** One way to do harm, again and again, and to look for what it cost. */
public interface FaultExperiment extends Experiment {

    /** How often harm can be done in one run. */
    default int timesMax() {
        return ExperimentCommands.TIMES_MAX;
    }

    /**
     * Does harm as often as it is told, at moments that follow from the seed alone, on this machine
     * only and within a bound of time. Every process that it started is gone afterwards. What was
     * lost is a figure of the report, never an exception.
     *
     * @throws IOException when it could not run
     * @throws InterruptedException when it was told to stop
     */
    Report run(Fault.Workplace workplace) throws IOException, InterruptedException;

    /** Figures that fail the command when they are not zero. */
    default Set<String> zeros() {
        return Set.of();
    }
}
