package dev.surveyor.pipeline.operate;

import dev.surveyor.access.Closing;
import dev.surveyor.access.Problem;
import dev.surveyor.catalog.Editions;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionStatus.State;
import dev.surveyor.connections.Connections;
import dev.surveyor.embeddings.EmbeddingException;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.pipeline.job.Halt;
import dev.surveyor.pipeline.job.SurveyRun;
import dev.surveyor.pipeline.job.SurveyRuns;
import dev.surveyor.pipeline.lease.Fence;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.LeaseLostException;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.metrics.SurveyMetrics;
import dev.surveyor.pipeline.store.SurveyRows;
import dev.surveyor.sources.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works on surveys, a few at a time, and writes down how they end. */
@Component
class SurveyRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyRunner.class);
    private static final int WHOLE = 100;
    private static final int AGAIN_MAX = 5;

    private final Job job;
    private final JobOperator operator;
    private final JobRepository repository;
    private final SurveyRuns runs;
    private final SurveyRows surveys;
    private final Leases leases;
    private final Connections connections;
    private final Editions editions;
    private final SurveyMetrics metrics;
    private final PipelineSettings settings;
    private final Closing closing;
    private final Clock clock;
    private @Nullable ThreadPoolExecutor workers;

    SurveyRunner(
            Job surveyJob,
            JobOperator operator,
            JobRepository repository,
            SurveyRuns runs,
            SurveyRows surveys,
            Leases leases,
            Connections connections,
            Editions editions,
            SurveyMetrics metrics,
            PipelineSettings settings,
            Closing closing) {
        this.job = surveyJob;
        this.operator = operator;
        this.repository = repository;
        this.runs = runs;
        this.surveys = surveys;
        this.leases = leases;
        this.connections = connections;
        this.editions = editions;
        this.metrics = metrics;
        this.settings = settings;
        this.closing = closing;
        this.clock = Clock.systemUTC();
    }

    /**
     * Works on it when its turn comes.
     *
     * @throws PipelineException when too many wait; the lease is given back
     */
    void submit(Survey survey, Connection connection, Lease lease) {
        boolean served = editions.current(connection.id()).isPresent();
        SurveyRun run = new SurveyRun(survey, connection, served, lease, leases.length(), clock);
        runs.add(run);
        try {
            pool().execute(() -> work(run));
        } catch (RejectedExecutionException e) {
            runs.remove(run);
            surveys.end(lease, SurveyState.FAILED, "Too many surveys were waiting.", Duration.ZERO);
            throw new PipelineException(
                    Code.QUEUE_FULL,
                    true,
                    "So many surveys wait already that no more can: try again later.",
                    survey.id(),
                    e);
        }
    }

    private synchronized ThreadPoolExecutor pool() {
        ThreadPoolExecutor open = workers;
        if (open == null) {
            throw new RejectedExecutionException("closed");
        }
        return open;
    }

    private void work(SurveyRun run) {
        try {
            boolean done = run.halted() == null && fenced(run);
            for (int i = 0; i < AGAIN_MAX && !done && run.goesAgain(); i++) {
                done = fenced(run);
            }
            conclude(run, done);
        } catch (DataAccessException | TransactionException | LeaseLostException e) {
            // The catalog is away or another process took over: whoever has the lease next goes on.
            LOG.warn("Survey {} was left: {}", run.survey().id(), e.getMessage());
        } finally {
            runs.remove(run);
        }
    }

    private boolean fenced(SurveyRun run) {
        return Fence.under(run.lease(), () -> launch(run));
    }

    /** Whether it came to its end. */
    private boolean launch(SurveyRun run) {
        JobParameters parameters =
                new JobParametersBuilder()
                        .addString(SurveyRuns.SURVEY, run.survey().id().toString())
                        .toJobParameters();
        try {
            JobExecution last = Interrupted.last(job.getName(), parameters, repository);
            if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
                // Its process ended before it could say so.
                return true;
            }
            JobExecution execution =
                    last == null
                            ? operator.start(job, parameters)
                            : operator.restart(Interrupted.mended(last, operator, repository));
            return execution.getStatus() == BatchStatus.COMPLETED;
        } catch (DataAccessException | TransactionException | LeaseLostException e) {
            throw e;
        } catch (JobExecutionException | RuntimeException e) {
            // What failed in it is told by the execution; this is Spring Batch itself.
            run.failed(e);
            return false;
        }
    }

    private void conclude(SurveyRun run, boolean done) {
        Halt halt = run.halted();
        if (done) {
            end(
                    run,
                    SurveyState.COMPLETED,
                    "",
                    () -> connections.surveyed(run.survey().connection(), Instant.now(clock)));
        } else if (halt == null) {
            fail(run, sentence(run));
        } else {
            halt(run, halt);
        }
    }

    private void halt(SurveyRun run, Halt halt) {
        switch (halt) {
            case STOP ->
                    end(run, SurveyState.STOPPED, "Somebody stopped it.", () -> standing(run, ""));
            case WINDOW ->
                    end(
                            run,
                            SurveyState.PAUSED,
                            "Its window is over; it goes on in the next one.",
                            () -> standing(run, ""));
            case SHUTDOWN -> leases.release(run.lease());
            case LOST -> {
                LOG.warn("Survey {} is another process' now.", run.survey().id());
                metrics.leaseLost();
            }
        }
    }

    private void fail(SurveyRun run, String sentence) {
        end(run, SurveyState.FAILED, sentence, () -> standing(run, sentence));
    }

    /** What its connection says and what it says are written together, by who may write. */
    private void end(SurveyRun run, SurveyState state, String message, Runnable connection) {
        surveys.end(run.lease(), state, message, run.worked(), connection);
        metrics.ended(state, run.worked());
    }

    /** Whoever has an edition goes on with it, whatever became of the next one. */
    private void standing(SurveyRun run, String sentence) {
        UUID connection = run.survey().connection();
        boolean served = run.served();
        State state = served ? State.READY : sentence.isEmpty() ? State.PENDING : State.ERROR;
        connections.report(
                connection,
                state,
                sentence.isEmpty() || !served ? sentence : "The last survey failed: " + sentence,
                served ? WHOLE : 0);
    }

    /** What people are told of a failure; nothing of what is ours to mend. */
    private static String sentence(SurveyRun run) {
        Throwable failure = run.failure();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException
                    || cause instanceof EmbeddingException
                    || cause instanceof Problem) {
                return String.valueOf(cause.getMessage());
            }
        }
        LOG.error("Survey {} failed", run.survey().id(), failure);
        return "Something unexpected happened; the log tells under this survey's id.";
    }

    @Override
    public synchronized void start() {
        workers =
                new ThreadPoolExecutor(
                        settings.concurrentMax(),
                        settings.concurrentMax(),
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(settings.queueMax()),
                        Thread.ofPlatform().name("survey-", 0).factory());
        workers.allowCoreThreadTimeOut(true);
    }

    /** On a thread of its own: answers under way have the same time. */
    @Override
    public void stop(Runnable stopped) {
        Thread.ofPlatform()
                .name("surveys-end")
                .start(() -> {
                    stop();
                    stopped.run();
                });
    }

    /** Surveys under way are left as they are, for the next process to go on with. */
    @Override
    public void stop() {
        ThreadPoolExecutor open;
        synchronized (this) {
            open = workers;
            workers = null;
        }
        if (open == null) {
            return;
        }
        runs.all().forEach(run -> run.halt(Halt.SHUTDOWN));
        open.shutdown();
        if (!closing.await(Duration.ZERO, open::isTerminated)) {
            LOG.warn("A survey did not stop in time; it will be taken up again.");
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return workers != null;
    }
}
