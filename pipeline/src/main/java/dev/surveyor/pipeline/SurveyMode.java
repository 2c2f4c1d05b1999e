package dev.surveyor.pipeline;

/** How much a survey looks at. */
public enum SurveyMode {
    /** What is new or changed since the newest edition. */
    INCREMENTAL,
    /** Every table. */
    FULL
}
