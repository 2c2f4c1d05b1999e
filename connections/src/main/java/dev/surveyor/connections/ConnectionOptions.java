package dev.surveyor.connections;

import dev.surveyor.sources.GuardLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is used.
 *
 * @param includedSchemas the only ones that are seen; empty: all but the system's
 * @param referenceDate what "today" means; null: the day of the question
 * @param queryLimits what a question may cost the database
 */
public record ConnectionOptions(
        List<String> includedSchemas,
        List<String> excludedSchemas,
        int questionSessions,
        int surveySessions,
        @Nullable LocalDate referenceDate,
        Egress egress,
        SurveyOptions survey,
        GuardLimits queryLimits) {

    public static final int QUESTION_SESSIONS = 5;
    public static final int SURVEY_SESSIONS = 2;

    public ConnectionOptions {
        includedSchemas = List.copyOf(includedSchemas);
        excludedSchemas = List.copyOf(excludedSchemas);
        // Connections that were saved before there were such limits have none.
        queryLimits = Objects.requireNonNullElse(queryLimits, GuardLimits.STANDARD);
    }

    /** How many sessions may be open at a time. */
    public int sessions(AskerClass use) {
        return switch (use) {
            case QUESTIONS -> questionSessions;
            case SURVEYS -> surveySessions;
        };
    }
}
