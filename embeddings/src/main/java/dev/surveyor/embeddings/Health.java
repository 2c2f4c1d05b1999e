package dev.surveyor.embeddings;

/** Whether an index can be searched, and if not, a sentence that says what to do. */
public record Health(State state, String sentence) {

    /** What can be expected of it. */
    public enum State {
        SERVING,
        /** Damaged or new: it must be filled before it is searched. */
        MUST_BE_REBUILT,
        UNREACHABLE
    }
}
