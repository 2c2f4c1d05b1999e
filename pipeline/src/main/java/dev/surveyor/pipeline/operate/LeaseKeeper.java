package dev.surveyor.pipeline.operate;

import dev.surveyor.access.Beat;
import dev.surveyor.connections.ConnectionStatus.State;
import dev.surveyor.connections.Connections;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.job.Halt;
import dev.surveyor.pipeline.job.SurveyRun;
import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.LeaseLostException;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.store.SurveyRows;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Renews the leases of our surveys, hears whether somebody wants one stopped, and reports. */
@Component
class LeaseKeeper extends Beat {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int WHOLE = 100;

    private final SurveyRuns runs;
    private final Leases leases;
    private final SurveyRows surveys;
    private final Connections connections;

    LeaseKeeper(SurveyRuns runs, Leases leases, SurveyRows surveys, Connections connections) {
        super("survey-leases", EVERY, EVERY);
        this.runs = runs;
        this.leases = leases;
        this.surveys = surveys;
        this.connections = connections;
    }

    @Override
    protected void beat() {
        runs.all().forEach(this::keep);
    }

    private void keep(SurveyRun run) {
        long asked = System.nanoTime();
        try {
            if (!leases.renew(run.lease())) {
                run.halt(Halt.LOST);
                return;
            }
            run.held(leases.length().minusNanos(System.nanoTime() - asked));
            report(run);
            if (surveys.stopAsked(run.survey().id())) {
                run.halt(Halt.STOP);
            }
        } catch (LeaseLostException e) {
            run.halt(Halt.LOST);
        } catch (DataAccessException | TransactionException e) {
            if (run.overdue()) {
                run.halt(Halt.LOST);
            }
        }
    }

    private void report(SurveyRun run) {
        Survey survey = surveys.byId(run.survey().id()).orElse(null);
        if (survey == null || survey.phase().isEmpty()) {
            return;
        }
        int total = Math.max(1, survey.tables().total());
        int percent = (total - survey.tables().pending()) * WHOLE / total;
        if (run.isNews(survey.phase() + percent + survey.message())) {
            leases.writing(
                    run.lease(),
                    () -> {
                        connections.report(
                                survey.connection(), state(run, survey), survey.message(), percent);
                        return true;
                    });
        }
    }

    private static State state(SurveyRun run, Survey survey) {
        if (run.served()) {
            return State.UPDATING;
        }
        return survey.phase().equals("publish") ? State.INDEXING : State.ANALYZING;
    }
}
