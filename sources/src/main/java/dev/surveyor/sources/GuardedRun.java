package dev.surveyor.sources;

/** What became of a statement that was given to the guard to run. */
public sealed interface GuardedRun {

    /** It did not run. */
    record Refused(Refusal refusal) implements GuardedRun {}

    /**
     * It ran, and its rows went to the sink.
     *
     * @param result says why there were no more of them
     */
    record Ran(Verdict.Accepted accepted, ReadResult result) implements GuardedRun {}
}
