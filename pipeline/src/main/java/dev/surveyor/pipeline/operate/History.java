package dev.surveyor.pipeline.operate;

import dev.surveyor.access.Beat;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.store.SurveyRows;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets surveys that ended long ago. */
@Component
class History extends Beat {

    private static final Duration FIRST_AFTER = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_A_TIME = 500;

    private final SurveyRows surveys;
    private final Forgetting forgetting;
    private final Duration kept;

    History(SurveyRows surveys, Forgetting forgetting, PipelineSettings settings) {
        super("survey-history", FIRST_AFTER, EVERY);
        this.surveys = surveys;
        this.forgetting = forgetting;
        this.kept = settings.historyKept();
    }

    @Override
    protected void beat() {
        forgetting.forget(surveys.endedBefore(kept, AT_A_TIME));
    }
}
