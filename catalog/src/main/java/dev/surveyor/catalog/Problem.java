package dev.surveyor.catalog;

/**
 * Why something of a source could not be read.
 *
 * @param sentence for people; never holds values of the source
 */
public record Problem(Code code, String sentence) {

    /** For programs. */
    public enum Code {
        /** Our role may not select it. */
        DENIED,
        /** Another session holds a lock on it. */
        LOCKED,
        /** It took longer than its budget of time. */
        TIMED_OUT,
        /** It was larger than its budget of bytes. */
        BUDGET_SPENT,
        /** It is gone since the structure was read. */
        GONE,
        /** Its type or its values cannot be measured. */
        UNSUPPORTED,
        /** The database reported an error. */
        FAILED
    }
}
