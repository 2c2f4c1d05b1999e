package dev.surveyor.pipeline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.SurveyState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey as operators see it.
 *
 * @param until when it has to pause; left out: it may take as long as it takes
 * @param progress 0 to 100
 * @param tablesPerSecond while it looks at tables
 * @param etaSeconds how much longer it probably takes; left out where nobody can tell
 * @param edition that it published or confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedSurvey(
        UUID id,
        UUID connectionId,
        SurveyMode mode,
        List<String> schemas,
        String requestedBy,
        @Nullable Instant until,
        SurveyState state,
        String phase,
        String message,
        TableCounts tables,
        int progress,
        @Nullable Double tablesPerSecond,
        @Nullable Long etaSeconds,
        long rowsRead,
        long textsEmbedded,
        @Nullable Long edition,
        Instant begunAt,
        @Nullable Instant endedAt,
        double workedSeconds) {

    private static final int WHOLE = 100;
    private static final double MILLIS = 1000;

    /** How many tables it looks at, and what became of them. */
    record TableCounts(int total, int unchanged, int done, int failed, int pending) {}

    static ListedSurvey of(Survey survey, Instant now) {
        Survey.Tables tables = survey.tables();
        int looked = tables.done() + tables.failed();
        double seconds = seconds(survey, now);
        boolean measurable = survey.state() == SurveyState.RUNNING && looked > 0 && seconds > 0;
        Double pace = measurable ? looked / seconds : null;
        return new ListedSurvey(
                survey.id(),
                survey.connection(),
                survey.mode(),
                survey.schemas(),
                survey.requestedBy(),
                survey.until(),
                survey.state(),
                survey.phase(),
                survey.message(),
                new TableCounts(
                        tables.total(),
                        tables.unchanged(),
                        tables.done(),
                        tables.failed(),
                        tables.pending()),
                progress(survey),
                pace,
                pace == null ? null : Math.round(tables.pending() / pace),
                survey.rowsRead(),
                survey.textsEmbedded(),
                survey.edition(),
                survey.begun(),
                survey.ended(),
                survey.state().active() ? seconds : survey.worked().toMillis() / MILLIS);
    }

    private static int progress(Survey survey) {
        if (survey.state() == SurveyState.COMPLETED) {
            return WHOLE;
        }
        Survey.Tables tables = survey.tables();
        return tables.total() == 0
                ? 0
                : (tables.total() - tables.pending()) * (WHOLE - 1) / tables.total();
    }

    private static double seconds(Survey survey, Instant now) {
        return (survey.worked().toMillis()
                        + Math.max(0, now.toEpochMilli() - survey.begun().toEpochMilli()))
                / MILLIS;
    }
}
