package dev.surveyor.embeddings;

import org.jspecify.annotations.Nullable;

/** A text cannot be embedded or found; the message says in one sentence what to do about it. */
public final class EmbeddingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** There is no such model, or its files are not whole. */
        MODEL_MISSING,
        /** The model's own code failed, or this system has none. */
        MODEL_FAILED,
        /** What was given and what is kept come from different models. */
        OTHER_MODEL,
        /** More questions at once than are let in. */
        BUSY,
        /** It was closed, or whoever waited was told to stop. */
        STOPPED,
        /** The service does not answer, or not in time. */
        UNREACHABLE,
        /** The service answered that it will not do this. */
        REFUSED,
        /** Another process has the index open. */
        IN_USE,
        /** What is on disk is damaged and must be rebuilt first. */
        DAMAGED,
        /** The disk could not be read or written. */
        DISK_FAILED
    }

    private final Code code;
    private final boolean transientFailure;

    public EmbeddingException(
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
