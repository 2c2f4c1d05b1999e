package dev.surveyor.llm;

/** What of a connection the texts of a request hold. */
public enum Holds {
    /** Names of tables and columns, types, descriptions. */
    NAMES,
    /** Values that the survey kept. */
    VALUES,
    /** Rows of answers. */
    ROWS
}
