package dev.surveyor.query;

/** What came of a question. */
public enum AnswerKind {
    /** Rows, or words about the data itself. */
    ANSWER,
    /** One thing is open: a question back. */
    CLARIFICATION,
    /** A greeting, thanks: nothing was asked. */
    CONVERSATION,
    /** It cannot or must not be answered from this database. */
    REFUSAL,
    /** Something that should work did not; the response says what to do. */
    FAILURE
}
