package dev.surveyor.pipeline.operate;

import dev.surveyor.access.Beat;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.Fence;
import dev.surveyor.pipeline.store.SurveyRows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Forgets surveys that ended long ago, and what Spring Batch knows of them. */
@Component
class History extends Beat {

    private static final Duration FIRST_AFTER = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_A_TIME = 500;

    private final SurveyRows surveys;
    private final JobRepository repository;
    private final Job job;
    private final Duration kept;

    History(
            SurveyRows surveys,
            JobRepository repository,
            Job surveyJob,
            PipelineSettings settings) {
        super("survey-history", FIRST_AFTER, EVERY);
        this.surveys = surveys;
        this.repository = repository;
        this.job = surveyJob;
        this.kept = settings.historyKept();
    }

    @Override
    protected void beat() {
        List<UUID> old = surveys.endedBefore(kept, AT_A_TIME);
        Fence.past(() -> old.forEach(this::forget));
    }

    private void forget(UUID survey) {
        JobExecution last =
                repository.getLastJobExecution(
                        job.getName(),
                        new JobParametersBuilder()
                                .addString(SurveyRuns.SURVEY, survey.toString())
                                .toJobParameters());
        if (last != null) {
            repository.deleteJobInstance(last.getJobInstance());
        }
        surveys.delete(survey);
    }
}
