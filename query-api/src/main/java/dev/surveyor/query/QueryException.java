package dev.surveyor.query;

import dev.surveyor.access.Problem;
import java.util.Locale;
import java.util.Map;

/** Something cannot be told or answered; the message says what to do. */
public final class QueryException extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** The connection has no edition yet. */
        NOT_SURVEYED(Kind.NOT_FOUND),
        EDITION_UNKNOWN(Kind.NOT_FOUND),
        RUN_UNKNOWN(Kind.NOT_FOUND),
        /** The guard does not let a statement run. */
        STATEMENT_REFUSED(Kind.BAD_REQUEST),
        /** The database could not run it. */
        STATEMENT_FAILED(Kind.BAD_REQUEST),
        /** The database is away. */
        SOURCE_UNAVAILABLE(Kind.CONFLICT),
        /** Too many questions at once. */
        BUSY(Kind.UNAVAILABLE),
        /** The server is being stopped. */
        STOPPING(Kind.UNAVAILABLE),
        /** The run ended without an answer. */
        UNANSWERED(Kind.CONFLICT),
        /** There is no such table in the edition, or the asker may not see it. */
        INSIGHT_UNKNOWN(Kind.NOT_FOUND),
        /** There is no such conversation, or it is somebody else's. */
        SESSION_UNKNOWN(Kind.NOT_FOUND),
        /** Another question of the conversation is being answered. */
        SESSION_BUSY(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }
    }

    private final Code code;
    private final Map<String, String> extras;

    public QueryException(Code code, String message) {
        this(code, message, Map.of());
    }

    /**
     * @param extras for programs, besides the code
     */
    public QueryException(Code code, String message, Map<String, String> extras) {
        super(message);
        this.code = code;
        this.extras = Map.copyOf(extras);
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return switch (code) {
            case NOT_SURVEYED, SESSION_BUSY, BUSY, STOPPING, SOURCE_UNAVAILABLE -> true;
            case EDITION_UNKNOWN,
                    INSIGHT_UNKNOWN,
                    SESSION_UNKNOWN,
                    RUN_UNKNOWN,
                    STATEMENT_REFUSED,
                    STATEMENT_FAILED,
                    UNANSWERED ->
                    false;
        };
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
    public Map<String, Object> extras() {
        return Map.copyOf(extras);
    }
}
