package dev.surveyor.eval;

import org.jspecify.annotations.Nullable;

/** A measurement cannot run; the message says in one sentence why and what to do about it. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        this(message, null);
    }

    public EvaluationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
