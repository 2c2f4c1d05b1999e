package dev.surveyor.pipeline.web;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Cursor;
import dev.surveyor.access.Permission;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.store.SurveyRows;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Surveys page by page, the newest first, those that the caller may see. */
@Component
class SurveyListing {

    record ListedSurveys(List<ListedSurvey> items, @Nullable String next) {}

    private final SurveyRows surveys;

    SurveyListing(SurveyRows surveys) {
        this.surveys = surveys;
    }

    ListedSurveys page(
            @Nullable UUID connection,
            @Nullable SurveyState state,
            @Nullable String after,
            int limit,
            Caller caller) {
        UUID only = caller.may(Permission.CONNECTIONS_WATCH) ? null : caller.id();
        List<Survey> page =
                surveys.page(
                        new SurveyRows.Wanted(
                                connection, state, only, after == null ? null : place(after)),
                        limit);
        Instant now = Instant.now();
        return new ListedSurveys(
                page.stream().map(survey -> ListedSurvey.of(survey, now)).toList(),
                page.size() < limit ? null : cursor(page.getLast()));
    }

    private static String cursor(Survey last) {
        return Cursor.write(last.begun() + " " + last.id());
    }

    private static SurveyRows.Place place(String after) {
        String[] parts = Cursor.read(after).split(" ", -1);
        try {
            return new SurveyRows.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeParseException
                | IllegalArgumentException
                | ArrayIndexOutOfBoundsException e) {
            throw new PipelineException(
                    Code.FIELD_INVALID,
                    false,
                    "Give the 'next' of the page before as 'after', unchanged.",
                    null,
                    e);
        }
    }
}
