package dev.surveyor.access;

import java.util.Map;

/**
 * What an exception that callers may see implements: it becomes an RFC 9457 problem, its message
 * included. Any other exception becomes a 500 that tells nothing.
 */
public interface Problem {

    /** Kinds of problems by their HTTP status. */
    enum Kind {
        BAD_REQUEST(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    Kind kind();

    /** Stable, for programs, such as {@code name-taken}. */
    String stableCode();

    /** One sentence that says what to do. */
    String getMessage();

    /** What programs may want to know besides, such as the field that is wrong. */
    default Map<String, Object> extras() {
        return Map.of();
    }
}
