package dev.surveyor.pipeline.job;

/** Why a survey ends before it is done. */
public enum Halt {
    /** Somebody asked for it. */
    STOP,
    /** Its window is over. */
    WINDOW,
    /** This process ends; another one, or the next, goes on. */
    SHUTDOWN,
    /** Another process may have taken it up. */
    LOST
}
