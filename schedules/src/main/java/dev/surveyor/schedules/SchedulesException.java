package dev.surveyor.schedules;

import dev.surveyor.access.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A schedule cannot be as somebody wants it; the message says what to do. */
public final class SchedulesException extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** A field is missing or wrong. */
        FIELD_INVALID(Kind.BAD_REQUEST),
        /** The webhook's address is not allowed. */
        ADDRESS_REFUSED(Kind.BAD_REQUEST);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }
    }

    private final Code code;

    /** The field that it is about, and what is wrong with it. */
    private final Map<String, String> field;

    private SchedulesException(Code code, Map<String, String> field, String message) {
        super(message);
        this.code = code;
        this.field = Map.copyOf(field);
    }

    /** A field that breaks a rule, such as {@code must be given}. */
    public static SchedulesException invalid(String field, String rule) {
        return new SchedulesException(
                Code.FIELD_INVALID, Map.of("field", field, "message", rule), field + " " + rule);
    }

    /** An address that leads where it may not, in a sentence of its own. */
    public static SchedulesException refused(String field, String sentence) {
        return new SchedulesException(
                Code.ADDRESS_REFUSED, Map.of("field", field, "message", sentence), sentence);
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return false;
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
        return Map.of("errors", List.of(field));
    }
}
