package dev.surveyor.pipeline.operate;

import dev.surveyor.connections.ConnectionRemoval;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.job.Halt;
import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.store.EditionRows;
import dev.surveyor.pipeline.store.SurveyRows;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ends the survey of a connection that was deleted, and removes its editions, points and history.
 */
@Component
class SurveyRemoval implements ConnectionRemoval {

    private static final int FORGOTTEN_AT_A_TIME = 500;

    private final SurveyRows surveys;
    private final SurveyRuns runs;
    private final EditionRows editions;
    private final Leases leases;
    private final VectorIndex index;
    private final Forgetting forgetting;

    SurveyRemoval(
            SurveyRows surveys,
            SurveyRuns runs,
            EditionRows editions,
            Leases leases,
            VectorIndex index,
            Forgetting forgetting) {
        this.surveys = surveys;
        this.runs = runs;
        this.editions = editions;
        this.leases = leases;
        this.index = index;
        this.forgetting = forgetting;
    }

    @Override
    public void remove(UUID connection) {
        surveys.unfinished(connection)
                .ifPresent(survey -> {
                    surveys.askToStop(survey.id());
                    runs.of(survey.id()).ifPresent(run -> run.halt(Halt.STOP));
                });
        Lease lease =
                leases.take(connection, UUID.randomUUID())
                        .orElseThrow(() ->
                                new PipelineException(
                                        Code.SURVEY_RUNS,
                                        true,
                                        "Its survey is still being stopped.",
                                        null,
                                        null));
        if (surveys.wroteAnything(connection)) {
            index.delete(Filter.connections(Set.of(connection.toString())));
        }
        editions.removeAll(lease);
        forgetAll(connection);
        leases.release(lease);
    }

    private void forgetAll(UUID connection) {
        List<UUID> some = surveys.of(connection, FORGOTTEN_AT_A_TIME);
        while (!some.isEmpty()) {
            forgetting.forget(some);
            some = surveys.of(connection, FORGOTTEN_AT_A_TIME);
        }
    }
}
