package dev.surveyor.schedules.timing;

/** What becomes of a run whose time went by while nobody could begin it. */
public enum Missed {
    /** It is made up for once: at once inside of the window, else when the next one opens. */
    RUN,
    /** It is left out. */
    SKIP
}
