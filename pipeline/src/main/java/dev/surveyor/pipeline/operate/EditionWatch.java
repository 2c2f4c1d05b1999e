package dev.surveyor.pipeline.operate;

import dev.surveyor.access.Beat;
import dev.surveyor.pipeline.metrics.SurveyMetrics;
import dev.surveyor.pipeline.metrics.SurveyMetrics.OfConnection;
import dev.surveyor.pipeline.store.EditionRows;
import dev.surveyor.pipeline.store.SurveyRows;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells the metrics how old the oldest editions are, and of surveys that nobody holds. */
@Component
class EditionWatch extends Beat {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int OLDEST = 100;

    private final EditionRows editions;
    private final SurveyRows surveys;
    private final SurveyMetrics metrics;

    EditionWatch(EditionRows editions, SurveyRows surveys, SurveyMetrics metrics) {
        super("edition-ages", FIRST_AFTER, EVERY);
        this.editions = editions;
        this.surveys = surveys;
        this.metrics = metrics;
    }

    @Override
    protected void beat() {
        metrics.editions(
                editions.served(),
                editions.oldest(OLDEST).stream()
                        .map(age ->
                                new OfConnection(
                                        age.connection().toString(), age.age().toSeconds()))
                        .toList());
        SurveyRows.Unheld unheld = surveys.unheld();
        metrics.unheld(unheld.surveys(), unheld.longest());
    }
}
