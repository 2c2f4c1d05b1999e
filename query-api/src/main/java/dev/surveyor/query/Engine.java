package dev.surveyor.query;

/** Who writes the SQL of an answer. */
public enum Engine {
    /** The planner where it is sure; else the language model too, where there is one. */
    AUTO,
    /** Our own, which needs no language model. */
    PLANNER,
    /** The language model. */
    MODEL
}
