package dev.surveyor.sources;

import org.jspecify.annotations.Nullable;

/**
 * A source cannot do what was asked; the message says in one sentence what to do about it and holds
 * no secret.
 */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** The address is none, or of a kind that no dialect reads. */
        BAD_ADDRESS,
        /** Nobody answers there, or not in time. */
        UNREACHABLE,
        /** The source does not take these credentials, or not over this kind of connection. */
        REFUSED,
        /** It is of a version or in a state that we cannot read. */
        UNSUPPORTED,
        /** Our role may not do it. */
        DENIED,
        /** What was named is not there. */
        UNKNOWN_OBJECT,
        /** The SQL text is wrong; the server's message is part of ours. */
        BAD_SQL,
        /** It would have written. */
        NOT_READ_ONLY,
        /** Another session holds a lock on it. */
        LOCKED,
        /** It took longer than it may. */
        TIMED_OUT,
        /** Somebody cancelled it. */
        CANCELLED,
        /** The connection broke, or was dropped because the source did not stop in time. */
        CONNECTION_LOST,
        /** The source is short of something: connections, memory, disk. */
        OVERLOADED,
        /** Anything else that it reported. */
        FAILED
    }

    private final Code code;
    private final boolean transientFailure;

    public SourceException(
            Code code, boolean transientFailure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.transientFailure = transientFailure;
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return transientFailure;
    }
}
