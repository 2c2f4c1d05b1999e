package dev.surveyor.pipeline.operate;

import dev.surveyor.access.Beat;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.metrics.SurveyMetrics;
import dev.surveyor.pipeline.store.SurveyRows;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes up surveys whose process died, or was told to end. */
@Component
class Recovery extends Beat {

    private static final Duration FIRST_AFTER = Duration.ofMillis(500);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_A_TIME = 100;

    private final SurveyRows surveys;
    private final SurveyRuns runs;
    private final Leases leases;
    private final SurveyRunner runner;
    private final Connections connections;
    private final SurveyMetrics metrics;
    private final PipelineSettings settings;

    Recovery(
            SurveyRows surveys,
            SurveyRuns runs,
            Leases leases,
            SurveyRunner runner,
            Connections connections,
            SurveyMetrics metrics,
            PipelineSettings settings) {
        super("survey-recovery", FIRST_AFTER, EVERY);
        this.surveys = surveys;
        this.runs = runs;
        this.leases = leases;
        this.runner = runner;
        this.connections = connections;
        this.metrics = metrics;
        this.settings = settings;
    }

    @Override
    protected void beat() {
        surveys.left(AT_A_TIME).stream()
                .filter(survey -> !runs.know(survey.id()))
                .forEach(this::takeUp);
    }

    private void takeUp(Survey left) {
        Optional<Lease> lease = leases.takeOver(left.connection(), left.id());
        if (lease.isEmpty()) {
            return;
        }
        // It may have ended since it was listed; now it cannot any more.
        Optional<Survey> active = surveys.byId(left.id()).filter(survey -> survey.state().active());
        Optional<Connection> connection = connections.byId(left.connection());
        if (active.isEmpty() || connection.isEmpty()) {
            leases.release(lease.get());
            return;
        }
        Survey survey = active.get();
        if (surveys.recovered(lease.get()) > settings.recoveriesMax()) {
            surveys.end(
                    lease.get(),
                    SurveyState.FAILED,
                    "Its process ended %d times while it ran; restart it when you know why."
                            .formatted(settings.recoveriesMax() + 1),
                    Duration.ZERO);
            return;
        }
        metrics.recovered();
        runner.submit(survey, connection.get(), lease.get());
    }
}
