package dev.surveyor.schedules.nights;

import dev.surveyor.connections.Connections;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.SurveyRequest;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins the survey of a night that is ours, or lets the one that paused go on. */
@Component
class NightBeginning {

    /** Whom surveys that begin by themselves say that they are for. */
    static final String REQUESTED_BY = "schedule";

    /** Nights are not equally long: a full one is not put off by a day for the sake of minutes. */
    private static final Duration NIGHTS_DIFFER = Duration.ofHours(2);

    private final Surveys surveys;
    private final Connections connections;
    private final NightRows nights;
    private final NightEnding ending;

    NightBeginning(Surveys surveys, Connections connections, NightRows nights, NightEnding ending) {
        this.surveys = surveys;
        this.connections = connections;
        this.nights = nights;
        this.ending = ending;
    }

    /** What cannot begin for the moment is left to be tried again. */
    void begin(NightRun night, Duration fullAfter) {
        if (connections.byId(night.connection()).isEmpty()) {
            ending.end(night, NightState.SKIPPED, "The connection was deleted.");
            return;
        }
        try {
            nights.began(night, survey(night, fullAfter).id());
        } catch (PipelineException e) {
            notBegun(night, e);
        }
    }

    private void notBegun(NightRun night, PipelineException e) {
        if (e.code() == Code.SURVEY_RUNS) {
            ending.end(night, NightState.SKIPPED, "Another survey of this connection was running.");
        } else if (e.transientFailure()) {
            nights.waits(night, String.valueOf(e.getMessage()));
        } else {
            ending.end(night, NightState.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private Survey survey(NightRun night, Duration fullAfter) {
        UUID connection = night.connection();
        Optional<Survey> newest = surveys.newest(connection);
        if (newest.filter(survey -> isOf(survey, night)).isPresent()) {
            return newest.get();
        }
        if (newest.filter(survey -> survey.state() == SurveyState.PAUSED).isPresent()) {
            return surveys.restart(newest.get().id(), night.until());
        }
        return surveys.start(
                new SurveyRequest(
                        connection,
                        mode(night, fullAfter),
                        List.of(),
                        REQUESTED_BY,
                        night.until()));
    }

    /** Whether an earlier try began it and did not live to say so. */
    private static boolean isOf(Survey survey, NightRun night) {
        return survey.requestedBy().equals(REQUESTED_BY)
                && (survey.state().active() || survey.begun().isAfter(night.claimed()));
    }

    private SurveyMode mode(NightRun night, Duration fullAfter) {
        Instant outdated = night.due().plus(NIGHTS_DIFFER).minus(fullAfter);
        return surveys.newestFull(night.connection())
                        .filter(full -> full.isAfter(outdated))
                        .isPresent()
                ? SurveyMode.INCREMENTAL
                : SurveyMode.FULL;
    }
}
