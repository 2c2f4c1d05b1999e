package dev.surveyor.pipeline.operate;

import dev.surveyor.access.Beat;
import dev.surveyor.connections.ConnectionStatus.State;
import dev.surveyor.connections.Connections;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.job.Halt;
import dev.surveyor.pipeline.job.SurveyRun;
import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.LeaseLostException;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.metrics.SurveyMetrics;
import dev.surveyor.pipeline.metrics.SurveyMetrics.OfConnection;
import dev.surveyor.pipeline.store.SurveyRows;
import dev.surveyor.pipeline.store.SurveyRows.Watched;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Renews the leases of our surveys, hears whether somebody wants one stopped, and reports. */
@Component
class LeaseKeeper extends Beat {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int WHOLE = 100;
    private static final int TOLD_MAX = 100;

    private final SurveyRuns runs;
    private final Leases leases;
    private final SurveyRows surveys;
    private final Connections connections;
    private final SurveyMetrics metrics;

    LeaseKeeper(
            SurveyRuns runs,
            Leases leases,
            SurveyRows surveys,
            Connections connections,
            SurveyMetrics metrics) {
        super("survey-leases", EVERY, EVERY);
        this.runs = runs;
        this.leases = leases;
        this.surveys = surveys;
        this.connections = connections;
        this.metrics = metrics;
    }

    @Override
    protected void beat() {
        Map<UUID, Survey> known = new HashMap<>();
        runs.all().forEach(run -> keep(run, known));
        measure(known.values());
    }

    private void measure(Collection<Survey> surveys) {
        long waiting =
                surveys.stream().filter(survey -> survey.state() == SurveyState.QUEUED).count();
        metrics.levels(
                surveys.size() - waiting,
                waiting,
                surveys.stream().mapToLong(survey -> survey.tables().pending()).sum(),
                surveys.size());
        metrics.progress(
                surveys.stream()
                        .limit(TOLD_MAX)
                        .map(survey ->
                                new OfConnection(survey.connection().toString(), percent(survey)))
                        .toList());
    }

    private void keep(SurveyRun run, Map<UUID, Survey> known) {
        long asked = System.nanoTime();
        try {
            if (!leases.renew(run.lease())) {
                run.halt(Halt.LOST);
                return;
            }
            run.held(leases.length().minusNanos(System.nanoTime() - asked));
            Optional<Watched> seen = surveys.watched(run.survey().id());
            if (seen.map(Watched::stopAsked).orElse(true)) {
                run.halt(Halt.STOP);
            }
            if (seen.isPresent()) {
                Survey survey = seen.get().survey();
                known.put(survey.id(), survey);
                report(run, survey);
            }
        } catch (LeaseLostException e) {
            run.halt(Halt.LOST);
        } catch (DataAccessException | TransactionException e) {
            if (run.overdue()) {
                run.halt(Halt.LOST);
            }
        }
    }

    private void report(SurveyRun run, Survey survey) {
        int percent = percent(survey);
        if (!survey.phase().isEmpty() && run.isNews(survey.phase() + percent + survey.message())) {
            leases.writing(
                    run.lease(),
                    () -> {
                        connections.report(
                                survey.connection(), state(run, survey), survey.message(), percent);
                        return true;
                    });
        }
    }

    private static int percent(Survey survey) {
        int total = survey.tables().total();
        return total == 0 ? 0 : (total - survey.tables().pending()) * WHOLE / total;
    }

    private static State state(SurveyRun run, Survey survey) {
        if (run.served()) {
            return State.UPDATING;
        }
        return survey.phase().equals("publish") ? State.INDEXING : State.ANALYZING;
    }
}
