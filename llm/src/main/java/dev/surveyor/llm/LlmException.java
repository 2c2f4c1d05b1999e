package dev.surveyor.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model gave no answer; the message says in one sentence what to do about it. */
public final class LlmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** No model is set, or not all that it needs. */
        NOT_CONFIGURED,
        /** The provider does not answer. */
        UNREACHABLE,
        /** It did not answer in time. */
        TIMED_OUT,
        /** More calls at once than are let in. */
        BUSY,
        /** The provider has too much to do, or we asked too much of it. */
        OVERLOADED,
        /** The provider failed. */
        PROVIDER_FAILED,
        /** The provider will not do this. */
        REFUSED,
        /** The provider does not take our key. */
        KEY_REFUSED,
        /** The provider has no such model. */
        MODEL_MISSING,
        /** What is asked is longer than what is taken. */
        TOO_LONG,
        /** The answer is not what it should be. */
        MALFORMED,
        /** The answer broke off. */
        CUT_OFF,
        /** Whoever asked wants it no more. */
        CANCELLED,
        /** The connection's owner does not let its text go there. */
        NOT_ALLOWED,
        /** The tokens of this question, or of this person's day, are spent. */
        OVER_BUDGET,
        /** It was closed. */
        STOPPED
    }

    private final Code code;
    private final boolean transientFailure;
    private final @Nullable Duration retryAfter;

    public LlmException(
            Code code, boolean transientFailure, String message, @Nullable Throwable cause) {
        this(code, transientFailure, message, null, cause);
    }

    /**
     * @param retryAfter how long the provider asks us to wait
     */
    public LlmException(
            Code code,
            boolean transientFailure,
            String message,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.transientFailure = transientFailure;
        this.retryAfter = retryAfter;
    }

    /** Never empty: one sentence that says what to do. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return transientFailure;
    }

    /** How long the provider asks us to wait; null: it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
