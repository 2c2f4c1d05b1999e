package dev.surveyor.connections;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is used.
 *
 * @param includedSchemas the only ones that are seen; empty: all but the system's
 * @param referenceDate what "today" means; null: the day of the question
 */
public record ConnectionOptions(
        List<String> includedSchemas,
        List<String> excludedSchemas,
        int questionSessions,
        int surveySessions,
        @Nullable LocalDate referenceDate,
        Egress egress,
        SurveyOptions survey) {

    public static final int QUESTION_SESSIONS = 5;
    public static final int SURVEY_SESSIONS = 2;

    public ConnectionOptions {
        includedSchemas = List.copyOf(includedSchemas);
        excludedSchemas = List.copyOf(excludedSchemas);
    }

    /** How many sessions may be open at a time. */
    public int sessions(AskerClass use) {
        return switch (use) {
            case QUESTIONS -> questionSessions;
            case SURVEYS -> surveySessions;
        };
    }
}
