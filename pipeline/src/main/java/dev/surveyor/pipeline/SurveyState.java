package dev.surveyor.pipeline;

/** How far a survey is. */
public enum SurveyState {
    /** Waits for its turn. */
    QUEUED,
    RUNNING,
    /** Its window is over; it goes on in the next one. */
    PAUSED,
    /** Somebody stopped it; it can be restarted. */
    STOPPED,
    /** It could not go on; it can be restarted. */
    FAILED,
    COMPLETED,
    /** Given up for good. */
    ABANDONED;

    /** Whether it ended but could go on. */
    public boolean restartable() {
        return this == PAUSED || this == STOPPED || this == FAILED;
    }

    public boolean active() {
        return this == QUEUED || this == RUNNING;
    }
}
