package dev.surveyor.pipeline.operate;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Makes an execution whose process died one that can be restarted. Only who holds the survey's
 * lease may do this: Spring Batch itself cannot tell whether the other one lives.
 */
final class Interrupted {

    private Interrupted() {}

    /**
     * The last execution of a job. An instance without any is one whose process died between making
     * the two: Spring Batch neither starts nor restarts it.
     */
    static @Nullable JobExecution last(
            String job, JobParameters parameters, JobRepository repository) {
        JobInstance instance = repository.getJobInstance(job, parameters);
        if (instance == null) {
            return null;
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            repository.deleteJobInstance(instance);
        }
        return last;
    }

    static JobExecution mended(
            JobExecution execution, JobOperator operator, JobRepository repository) {
        if (execution.getStatus().isRunning()) {
            return operator.recover(execution);
        }
        // Nobody knows how a step ended that could not write it down; our work list does.
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
                repository.update(step);
            }
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(ExitStatus.FAILED);
            execution.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
            repository.update(execution);
        }
        return execution;
    }
}
