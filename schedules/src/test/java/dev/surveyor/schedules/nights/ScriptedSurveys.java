package dev.surveyor.schedules.nights;

import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.SurveyRequest;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Surveys that do nothing and end as a test wants. */
final class ScriptedSurveys implements Surveys {

    final List<SurveyRequest> started = new CopyOnWriteArrayList<>();
    final List<UUID> restarted = new CopyOnWriteArrayList<>();
    final Map<UUID, Survey> newest = new ConcurrentHashMap<>();
    @Nullable PipelineException refusal;
    @Nullable Instant full;

    List<SurveyRequest> startedOf(UUID connection) {
        return started.stream().filter(request -> request.connection().equals(connection)).toList();
    }

    @Override
    public Survey start(SurveyRequest request) {
        if (refusal != null) {
            throw refusal;
        }
        started.add(request);
        Survey survey = survey(UUID.randomUUID(), request, SurveyState.RUNNING, "");
        newest.put(request.connection(), survey);
        return survey;
    }

    private static Survey survey(
            UUID id, SurveyRequest request, SurveyState state, String message) {
        return new Survey(
                id,
                request.connection(),
                request.mode(),
                request.schemas(),
                request.requestedBy(),
                request.until(),
                state,
                "",
                message,
                new Survey.Tables(0, 0, 0, 0),
                0,
                0,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                null);
    }

    /** What became of the newest one. */
    void becomes(UUID connection, SurveyState state, String message) {
        newest.computeIfPresent(
                connection,
                (id, survey) ->
                        survey(
                                survey.id(),
                                new SurveyRequest(
                                        id,
                                        SurveyMode.INCREMENTAL,
                                        List.of(),
                                        survey.requestedBy(),
                                        survey.until()),
                                state,
                                message));
    }

    @Override
    public Optional<Survey> byId(UUID survey) {
        return newest.values().stream().filter(each -> each.id().equals(survey)).findFirst();
    }

    @Override
    public Optional<Survey> newest(UUID connection) {
        return Optional.ofNullable(newest.get(connection));
    }

    @Override
    public Optional<Instant> newestFull(UUID connection) {
        return Optional.ofNullable(full);
    }

    @Override
    public Survey stop(UUID survey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Survey restart(UUID survey, @Nullable Instant until) {
        restarted.add(survey);
        Survey found = byId(survey).orElseThrow();
        becomes(found.connection(), SurveyState.RUNNING, "");
        return byId(survey).orElseThrow();
    }

    @Override
    public Survey abandon(UUID survey) {
        throw new UnsupportedOperationException();
    }
}
