package dev.surveyor.app.start;

/**
 * Surveyor cannot start; the message is the one sentence that a person needs, or one line for each
 * wrong thing.
 */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
