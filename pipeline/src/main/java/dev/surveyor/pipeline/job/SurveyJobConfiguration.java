package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Table;
import dev.surveyor.pipeline.lease.Fence;
import dev.surveyor.pipeline.store.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The job: discover, survey in as many partitions as the connection may have sessions, publish.
 * What is written is written under the survey's lease in transactions of its own, so the steps have
 * none. Every step begins anew when a survey goes on: what was done is known from the work list.
 */
@Configuration(proxyBeanMethods = false)
class SurveyJobConfiguration {

    private static final DefaultTransactionAttribute NONE =
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

    @Bean
    Job surveyJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            SurveyRuns runs,
            Discovery discovery,
            BundleWorker worker,
            Publication publication,
            StepTimes times) {
        return new JobBuilder("survey", repository)
                .start(step("discover", repository, transactions, runs, times, discovery::discover))
                .next(survey(repository, transactions, runs, times, worker))
                .next(step("publish", repository, transactions, runs, times, publication::publish))
                .build();
    }

    private static Step step(
            String name,
            JobRepository repository,
            PlatformTransactionManager transactions,
            SurveyRuns runs,
            StepTimes times,
            Consumer<SurveyRun> work) {
        Tasklet tasklet =
                (contribution, context) -> {
                    SurveyRun run = runs.current();
                    try {
                        work.accept(run);
                    } catch (RuntimeException e) {
                        run.failed(e);
                        throw e;
                    }
                    return RepeatStatus.FINISHED;
                };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .transactionAttribute(NONE)
                .allowStartIfComplete(true)
                .listener(times)
                .build();
    }

    private static Step survey(
            JobRepository repository,
            PlatformTransactionManager transactions,
            SurveyRuns runs,
            StepTimes times,
            BundleWorker worker) {
        Step bundles =
                new StepBuilder("tables", repository)
                        .<List<Table>, List<Finding>>chunk(1)
                        .reader(worker)
                        .processor(worker)
                        .writer(worker)
                        .transactionManager(transactions)
                        .transactionAttribute(NONE)
                        .allowStartIfComplete(true)
                        .build();
        return new StepBuilder("survey", repository)
                .partitioner("tables", gridSize -> partitions(runs.current()))
                .step(bundles)
                .taskExecutor(workers())
                .allowStartIfComplete(true)
                .listener(times)
                .build();
    }

    private static SimpleAsyncTaskExecutor workers() {
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("survey-");
        workers.setTaskDecorator(Fence.carried());
        return workers;
    }

    /** They share one queue, so that none waits while another still has much to do. */
    private static Map<String, ExecutionContext> partitions(SurveyRun run) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        int workers =
                Math.min(run.connection().options().surveySessions(), run.plan().bundles().size());
        for (int i = 0; i < workers; i++) {
            partitions.put("worker" + i, new ExecutionContext());
        }
        return partitions;
    }
}
