package dev.surveyor.pipeline.operate;

import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyRequest;
import dev.surveyor.pipeline.Surveys;
import dev.surveyor.pipeline.job.Halt;
import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.store.SurveyRows;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins surveys and ends them, wherever they run. */
@Component
class OperatedSurveys implements Surveys {

    private final SurveyRows surveys;
    private final SurveyRuns runs;
    private final SurveyRunner runner;
    private final Leases leases;
    private final Connections connections;

    OperatedSurveys(
            SurveyRows surveys,
            SurveyRuns runs,
            SurveyRunner runner,
            Leases leases,
            Connections connections) {
        this.surveys = surveys;
        this.runs = runs;
        this.runner = runner;
        this.leases = leases;
        this.connections = connections;
    }

    @Override
    public Survey start(SurveyRequest request) {
        Connection connection = connection(request.connection());
        UUID id = UUID.randomUUID();
        runs.announce(id);
        try {
            return begin(id, request, connection);
        } finally {
            runs.announced(id);
        }
    }

    private Survey begin(UUID id, SurveyRequest request, Connection connection) {
        Lease lease = take(connection.id(), id);
        try {
            surveys.unfinished(connection.id()).ifPresent(left -> giveUp(left, lease));
            leases.writing(
                    lease,
                    () -> {
                        surveys.insert(id, request);
                        return true;
                    });
        } catch (RuntimeException e) {
            leases.release(lease);
            throw e;
        }
        Survey survey = require(id);
        runner.submit(survey, connection, lease);
        return survey;
    }

    /** The lease is ours, so nobody works on it, whatever its state says. */
    private void giveUp(Survey left, Lease lease) {
        leases.writing(
                lease,
                () -> {
                    surveys.superseded(left.id());
                    return true;
                });
    }

    private Lease take(UUID connection, UUID survey) {
        return leases.take(connection, survey)
                .or(() -> takeFromNobody(connection, survey))
                .orElseThrow(() -> {
                    // Not the newest survey: the holder may not have written his down yet.
                    UUID running = leases.heldFor(connection).orElse(null);
                    return new PipelineException(
                            Code.SURVEY_RUNS,
                            true,
                            "A survey of this connection runs already: watch that one, or stop it first.",
                            running,
                            null);
                });
    }

    /** An earlier process of this folder may have died before it wrote its survey down. */
    private Optional<Lease> takeFromNobody(UUID connection, UUID survey) {
        return leases.heldFor(connection)
                .filter(held -> !runs.know(held) && surveys.byId(held).isEmpty())
                .flatMap(held -> leases.takeOver(connection, held))
                .flatMap(left -> {
                    leases.release(left);
                    return leases.take(connection, survey);
                });
    }

    @Override
    public Optional<Survey> byId(UUID survey) {
        return surveys.byId(survey);
    }

    @Override
    public Optional<Survey> newest(UUID connection) {
        return surveys.newest(connection);
    }

    @Override
    public Optional<Instant> newestFull(UUID connection) {
        return surveys.newestFull(connection);
    }

    @Override
    public Survey stop(UUID survey) {
        Survey found = require(survey);
        if (!surveys.askToStop(survey)) {
            throw state(found, "Only a survey that waits or runs can be stopped");
        }
        runs.of(survey).ifPresent(run -> run.halt(Halt.STOP));
        return require(survey);
    }

    @Override
    public Survey restart(UUID survey, @Nullable Instant until) {
        Survey found = require(survey);
        if (!found.state().restartable()) {
            throw state(found, "Only a survey that stopped, failed or paused can be restarted");
        }
        Connection connection = connection(found.connection());
        runs.announce(survey);
        try {
            return requeue(survey, connection, until);
        } finally {
            runs.announced(survey);
        }
    }

    private Survey requeue(UUID survey, Connection connection, @Nullable Instant until) {
        Lease lease = take(connection.id(), survey);
        boolean queued = leases.writing(lease, () -> surveys.requeue(survey, until));
        if (!queued) {
            leases.release(lease);
            throw state(require(survey), "It changed meanwhile; look again");
        }
        Survey requeued = require(survey);
        runner.submit(requeued, connection, lease);
        return requeued;
    }

    @Override
    public Survey abandon(UUID survey) {
        Survey found = require(survey);
        if (!surveys.abandon(survey)) {
            throw state(found, "Only a survey that stopped, failed or paused can be abandoned");
        }
        return require(survey);
    }

    private Survey require(UUID survey) {
        return surveys.byId(survey)
                .orElseThrow(() ->
                        new PipelineException(
                                Code.SURVEY_UNKNOWN,
                                "There is no such survey, or you may not see it."));
    }

    private Connection connection(UUID id) {
        return connections
                .byId(id)
                .orElseThrow(() ->
                        new PipelineException(
                                Code.CONNECTION_UNKNOWN,
                                "There is no such connection, or you may not see it."));
    }

    private static PipelineException state(Survey survey, String sentence) {
        return new PipelineException(
                Code.SURVEY_STATE,
                false,
                "%s; this one is %s."
                        .formatted(sentence, survey.state().name().toLowerCase(Locale.ROOT)),
                survey.id(),
                null);
    }
}
