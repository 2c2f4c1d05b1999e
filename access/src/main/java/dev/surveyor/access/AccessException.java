package dev.surveyor.access;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The caller may not, or not like this; the message says what to do. */
public final class AccessException extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        BAD_CREDENTIALS(Kind.UNAUTHENTICATED),
        TOKEN_INVALID(Kind.UNAUTHENTICATED),
        LOG_IN_FIRST(Kind.UNAUTHENTICATED),
        FORBIDDEN(Kind.FORBIDDEN),
        OTHER_SITE(Kind.FORBIDDEN),
        REGISTRATION_CLOSED(Kind.FORBIDDEN),
        USER_UNKNOWN(Kind.NOT_FOUND),
        KEY_UNKNOWN(Kind.NOT_FOUND),
        NAME_TAKEN(Kind.CONFLICT),
        EMAIL_TAKEN(Kind.CONFLICT),
        KEY_NAME_TAKEN(Kind.CONFLICT),
        TOO_MANY_KEYS(Kind.CONFLICT),
        LAST_ADMIN(Kind.CONFLICT),
        PASSWORD_WEAK(Kind.BAD_REQUEST),
        PASSWORD_WRONG(Kind.BAD_REQUEST),
        CURSOR_INVALID(Kind.BAD_REQUEST),
        SCOPE_UNKNOWN(Kind.BAD_REQUEST),
        EXPIRY_INVALID(Kind.BAD_REQUEST),
        HAND_OVER_INVALID(Kind.BAD_REQUEST),
        TOO_MANY_REQUESTS(Kind.TOO_MANY),
        BUSY(Kind.UNAVAILABLE),
        STOPPING(Kind.UNAVAILABLE);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }
    }

    private final Code code;
    private final transient Map<String, Object> extras;

    public AccessException(Code code, String message) {
        this(code, message, Map.of());
    }

    private AccessException(Code code, String message, Map<String, Object> extras) {
        super(message);
        this.code = code;
        this.extras = extras;
    }

    /** One that names the field it is about. */
    public static AccessException field(Code code, String field, String message) {
        return new AccessException(
                code,
                message,
                Map.of("errors", java.util.List.of(Map.of("field", field, "message", message))));
    }

    /** One that says when to come back. */
    public static AccessException retryAfter(Code code, Duration wait, String message) {
        return new AccessException(
                code,
                message,
                Map.of("retryAfterSeconds", Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return code.kind == Kind.TOO_MANY || code.kind == Kind.UNAVAILABLE;
    }

    @Override
    public Kind kind() {
        return code.kind;
    }

    @Override
    public String stableCode() {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    @Override
    public Map<String, Object> extras() {
        return extras;
    }
}
