package dev.surveyor.pipeline.operate;

import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.Fence;
import dev.surveyor.pipeline.store.SurveyRows;
import java.util.List;
import java.util.UUID;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Forgets surveys that are over, and what Spring Batch knows of them. */
@Component
class Forgetting {

    private final SurveyRows surveys;
    private final JobRepository repository;
    private final Job job;

    Forgetting(SurveyRows surveys, JobRepository repository, Job surveyJob) {
        this.surveys = surveys;
        this.repository = repository;
        this.job = surveyJob;
    }

    void forget(List<UUID> over) {
        Fence.past(() -> over.forEach(this::forget));
    }

    private void forget(UUID survey) {
        JobInstance known =
                repository.getJobInstance(
                        job.getName(),
                        new JobParametersBuilder()
                                .addString(SurveyRuns.SURVEY, survey.toString())
                                .toJobParameters());
        if (known != null) {
            repository.deleteJobInstance(known);
        }
        surveys.delete(survey);
    }
}
