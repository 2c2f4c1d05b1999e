package dev.surveyor.pipeline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.SurveyRequest;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.Surveys;
import dev.surveyor.pipeline.job.Forecast;
import dev.surveyor.pipeline.job.Forecasts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Surveys for operators: begin, watch, end. */
@RestController
@RequestMapping("/api/v1")
class SurveysController {

    /**
     * A survey that is wanted.
     *
     * @param mode left out: incremental
     * @param schemas the only ones to look at; left out: all
     */
    record WantedSurvey(
            @NotNull UUID connectionId,
            @Nullable SurveyMode mode,
            @Nullable @Size(max = 1000) List<@NotNull @Size(min = 1, max = 200) String> schemas) {

        SurveyRequest by(Caller caller) {
            return new SurveyRequest(
                    connectionId,
                    mode == null ? SurveyMode.INCREMENTAL : mode,
                    schemas == null ? List.of() : schemas,
                    caller.username(),
                    null);
        }
    }

    /** A survey with its steps and the tables that failed. */
    record SurveyDetail(
            ListedSurvey survey,
            List<SurveyDetails.SurveyStep> steps,
            List<SurveyDetails.FailedTable> failedTables,
            long failedTablesMore) {}

    /** Until when it may work; left out: as long as it takes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RestartFields(@Nullable Instant until) {}

    private final Surveys surveys;
    private final SurveyListing listing;
    private final SurveyDetails details;
    private final SurveyEvents events;
    private final SurveyRights rights;
    private final Forecasts forecasts;
    private final AuditTrail audit;

    SurveysController(
            Surveys surveys,
            SurveyListing listing,
            SurveyDetails details,
            SurveyEvents events,
            SurveyRights rights,
            Forecasts forecasts,
            AuditTrail audit) {
        this.surveys = surveys;
        this.listing = listing;
        this.details = details;
        this.events = events;
        this.rights = rights;
        this.forecasts = forecasts;
        this.audit = audit;
    }

    @PostMapping("/jobs/surveys")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.SURVEYS_RUN)
    ListedSurvey start(@Valid @RequestBody WantedSurvey wanted, Caller caller) {
        rights.toRun(wanted.connectionId(), caller);
        return begun(surveys.start(wanted.by(caller)), caller);
    }

    /** What a survey would read and how long it would take; nothing is begun. */
    @PostMapping(path = "/jobs/surveys", params = "dryRun=true")
    @Needs(Permission.SURVEYS_RUN)
    Forecast forecast(@Valid @RequestBody WantedSurvey wanted, Caller caller) {
        return forecasts.of(rights.toRun(wanted.connectionId(), caller), wanted.by(caller));
    }

    /** An incremental survey of everything. */
    @PostMapping("/connections/{id}/reanalyze")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.SURVEYS_RUN)
    ListedSurvey reanalyze(@PathVariable UUID id, Caller caller) {
        return start(new WantedSurvey(id, null, null), caller);
    }

    @GetMapping("/jobs/surveys")
    @Needs(Permission.SURVEYS_READ)
    SurveyListing.ListedSurveys list(
            @RequestParam(required = false) @Nullable UUID connectionId,
            @RequestParam(required = false) @Nullable SurveyState state,
            @RequestParam(required = false) @Nullable @Size(max = 1200) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return listing.page(connectionId, state, after, limit, caller);
    }

    @GetMapping("/jobs/surveys/{id}")
    @Needs(Permission.SURVEYS_READ)
    SurveyDetail one(@PathVariable UUID id, Caller caller) {
        Survey survey = rights.toSee(id, caller);
        return new SurveyDetail(
                ListedSurvey.of(survey, Instant.now()),
                details.steps(id),
                details.failed(id),
                details.failedMore(survey));
    }

    /** Its progress as it changes; the last event is {@code end}. */
    @GetMapping(path = "/jobs/surveys/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.SURVEYS_READ)
    SseEmitter events(@PathVariable UUID id, Caller caller) {
        return events.of(rights.toSee(id, caller));
    }

    @PostMapping("/jobs/surveys/{id}/stop")
    @Needs(Permission.SURVEYS_RUN)
    ListedSurvey stop(@PathVariable UUID id, Caller caller) {
        rights.toEnd(id, caller);
        return noted("survey.stopped", surveys.stop(id), caller);
    }

    @PostMapping("/jobs/surveys/{id}/restart")
    @Needs(Permission.SURVEYS_RUN)
    ListedSurvey restart(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable RestartFields wanted,
            Caller caller) {
        rights.toEnd(id, caller);
        return noted(
                "survey.restarted",
                surveys.restart(id, wanted == null ? null : wanted.until()),
                caller);
    }

    @PostMapping("/jobs/surveys/{id}/abandon")
    @Needs(Permission.SURVEYS_RUN)
    ListedSurvey abandon(@PathVariable UUID id, Caller caller) {
        rights.toEnd(id, caller);
        return noted("survey.abandoned", surveys.abandon(id), caller);
    }

    private ListedSurvey begun(Survey survey, Caller caller) {
        return noted("survey.begun", survey, caller);
    }

    private ListedSurvey noted(String action, Survey survey, Caller caller) {
        audit.record(
                Actor.of(caller),
                action,
                "survey",
                survey.id().toString(),
                Map.of("connection", survey.connection().toString()));
        return ListedSurvey.of(survey, Instant.now());
    }
}
