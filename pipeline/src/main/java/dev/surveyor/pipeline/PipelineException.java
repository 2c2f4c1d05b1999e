package dev.surveyor.pipeline;

import dev.surveyor.access.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something cannot be done with a survey or an edition; the message says what to do. */
public final class PipelineException extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        CONNECTION_UNKNOWN(Kind.NOT_FOUND),
        SURVEY_UNKNOWN(Kind.NOT_FOUND),
        EDITION_UNKNOWN(Kind.NOT_FOUND),
        INSIGHT_UNKNOWN(Kind.NOT_FOUND),
        /** The connection has one that runs. */
        SURVEY_RUNS(Kind.CONFLICT),
        /** The index is being made anew already. */
        REBUILD_RUNS(Kind.CONFLICT),
        /** Its state does not allow it. */
        SURVEY_STATE(Kind.CONFLICT),
        /** Another one has been published, or said, since. */
        CHANGED_MEANWHILE(Kind.CONFLICT),
        /** Its vectors are of another model than questions are. */
        OTHER_MODEL(Kind.CONFLICT),
        FIELD_INVALID(Kind.BAD_REQUEST),
        /** So many wait already. */
        QUEUE_FULL(Kind.UNAVAILABLE),
        /** The source, the index or the model failed. */
        SURVEY_FAILED(Kind.CONFLICT);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }
    }

    private final Code code;
    private final boolean transientFailure;

    /** The survey that it is about; null: none. */
    private final @Nullable UUID survey;

    public PipelineException(Code code, String message) {
        this(code, false, message, null, null);
    }

    public PipelineException(
            Code code,
            boolean transientFailure,
            String message,
            @Nullable UUID survey,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.transientFailure = transientFailure;
        this.survey = survey;
    }

    public Code code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean transientFailure() {
        return transientFailure;
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
        return survey == null ? Map.of() : Map.of("surveyId", survey.toString());
    }
}
