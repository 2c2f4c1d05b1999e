package dev.surveyor.connections;

import dev.surveyor.access.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something cannot be done with a connection; the message says what to do. */
public final class ConnectionsException extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** There is none, or none that the caller may know of. */
        CONNECTION_UNKNOWN(Kind.NOT_FOUND),
        SHARE_UNKNOWN(Kind.NOT_FOUND),
        /** The caller knows it but may not do this with it. */
        NOT_ALLOWED(Kind.FORBIDDEN),
        NAME_TAKEN(Kind.CONFLICT),
        CHANGED_MEANWHILE(Kind.CONFLICT),
        TOO_MANY_CONNECTIONS(Kind.CONFLICT),
        TOO_MANY_SHARES(Kind.CONFLICT),
        /** The role could do harm beyond reading. */
        ROLE_TOO_POWERFUL(Kind.CONFLICT),
        /** A field is missing or wrong. */
        FIELD_INVALID(Kind.BAD_REQUEST),
        /** Where it leads to is not allowed. */
        ADDRESS_REFUSED(Kind.BAD_REQUEST),
        PERSON_INVALID(Kind.BAD_REQUEST),
        POLICY_INVALID(Kind.BAD_REQUEST),
        /** All sessions are in use. */
        BUSY(Kind.UNAVAILABLE),
        /**
         * The database does not answer or does not let us in: that is no failure of this server.
         */
        SOURCE_UNAVAILABLE(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }
    }

    private final Code code;

    /** The field that it is about, and what is wrong with it. */
    private final Map<String, String> field;

    public ConnectionsException(Code code, String message) {
        this(code, Map.of(), message, null);
    }

    public ConnectionsException(Code code, String message, Throwable cause) {
        this(code, Map.of(), message, cause);
    }

    private ConnectionsException(
            Code code, Map<String, String> field, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.field = Map.copyOf(field);
    }

    /** One that names the field it is about, in a sentence of its own. */
    public static ConnectionsException field(Code code, String field, String message) {
        return new ConnectionsException(
                code, Map.of("field", field, "message", message), message, null);
    }

    /** A field that breaks a rule, such as {@code must be given}. */
    public static ConnectionsException invalid(String field, String rule) {
        return new ConnectionsException(
                Code.FIELD_INVALID,
                Map.of("field", field, "message", rule),
                field + " " + rule,
                null);
    }

    /** The same for whoever asks for what they may not know of, and for what is not there. */
    public static ConnectionsException unknown() {
        return new ConnectionsException(
                Code.CONNECTION_UNKNOWN, "You have no connection with this id.");
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return code == Code.BUSY || code == Code.SOURCE_UNAVAILABLE;
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
        return field.isEmpty() ? Map.of() : Map.of("errors", List.of(field));
    }
}
