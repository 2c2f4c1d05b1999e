package dev.surveyor.schedules.nights;

/** What became of a night. */
public enum NightState {
    /** Somebody is about to begin its survey. */
    CLAIMED,
    RUNNING,
    COMPLETED,
    /** Its window was over; it goes on in the next one. */
    PAUSED,
    /** A person ended it. */
    STOPPED,
    FAILED,
    /** There was a reason not to begin it. */
    SKIPPED,
    /** Its time went by and it is not made up for. */
    MISSED;

    public boolean over() {
        return this != CLAIMED && this != RUNNING;
    }
}
