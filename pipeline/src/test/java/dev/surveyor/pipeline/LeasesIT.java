package dev.surveyor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.surveyor.pipeline.lease.Fence;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.LeaseLostException;
import dev.surveyor.pipeline.lease.Leases;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class LeasesIT {

    private NightHouse house;
    private Leases leases;
    private UUID connection;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        house = NightHouse.shared();
        leases = house.bean(Leases.class);
        connection = house.connectionToShop("shop " + UUID.randomUUID());
    }

    @Test
    void onlyOneOfManyGetsIt() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> attempts =
                    Collections.nCopies(
                            50, () -> leases.take(connection, UUID.randomUUID()).isPresent());
            long given = 0;
            for (Future<Boolean> attempt : people.invokeAll(attempts)) {
                given += attempt.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        }
    }

    @Test
    void whoHeldItBeforeCannotWriteAnyMore() {
        Lease first = leases.take(connection, UUID.randomUUID()).orElseThrow();
        assertThat(leases.renew(first)).isTrue();
        assertThat(leases.take(connection, UUID.randomUUID())).isEmpty();
        expire();
        Lease second = leases.take(connection, UUID.randomUUID()).orElseThrow();

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(leases.renew(first)).isFalse();
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> leases.writing(first, () -> 1));
        assertThat(leases.writing(second, () -> 1)).isEqualTo(1);
    }

    @Test
    void anExpiredLeaseIsNoLeaseEvenIfNobodyTookIt() {
        Lease lease = leases.take(connection, UUID.randomUUID()).orElseThrow();
        expire();

        assertThat(leases.renew(lease)).isFalse();
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> leases.writing(lease, () -> 1));
    }

    @Test
    void theNextProcessOfTheSameFolderTakesItOverAtOnce() {
        Lease left = leases.take(connection, UUID.randomUUID()).orElseThrow();

        Lease taken = leases.takeOver(connection, left.survey()).orElseThrow();

        assertThat(taken.token()).isGreaterThan(left.token());
    }

    @Test
    void whoEndsWaitsForThoseWhoStillWrite() throws Exception {
        Lease lease = leases.take(connection, UUID.randomUUID()).orElseThrow();
        CountDownLatch writing = new CountDownLatch(1);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> writes =
                    people.submit(() ->
                            leases.writing(
                                    lease,
                                    () -> {
                                        writing.countDown();
                                        house.eventually(this::isSomebodyWaiting);
                                        return say("written");
                                    }));
            Future<?> ends =
                    people.submit(() -> {
                        writing.await();
                        leases.ending(lease, () -> say("ended"));
                        return true;
                    });
            assertThat(writes.get()).isEqualTo(1);
            assertThat(ends.get()).isEqualTo(true);
        }
        assertThat(leases.renew(lease)).isFalse();
    }

    private int say(String message) {
        return house.bean(JdbcClient.class)
                .sql("UPDATE connection SET message = :message WHERE id = :id")
                .param("message", message)
                .param("id", connection)
                .update();
    }

    private boolean isSomebodyWaiting() {
        return house.client("surveyor")
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void springBatchCannotWriteItsBooksAfterTheLeaseIsGone() {
        JobRepository repository = house.bean(JobRepository.class);
        Lease lease = leases.take(connection, UUID.randomUUID()).orElseThrow();
        JobParameters survey = parameters(lease.survey());
        JobExecution execution = Fence.under(lease, () -> begun(repository, survey));
        expire();

        execution.setStatus(BatchStatus.STARTED);
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() ->
                        Fence.under(
                                lease,
                                () -> {
                                    repository.update(execution);
                                    return true;
                                }));
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() ->
                        Fence.under(
                                lease,
                                () -> repository.createStepExecution("discover", execution)));
        assertThat(status(execution)).isEqualTo("STARTING");
    }

    @Test
    void nobodyWritesSpringBatchsBooksWithoutSayingUnderWhichLease() {
        JobRepository repository = house.bean(JobRepository.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> begun(repository, parameters(UUID.randomUUID())));
    }

    private static JobParameters parameters(UUID survey) {
        return new JobParametersBuilder().addString("survey", survey.toString()).toJobParameters();
    }

    private static JobExecution begun(JobRepository repository, JobParameters survey) {
        return repository.createJobExecution(
                repository.createJobInstance("survey", survey), survey, new ExecutionContext());
    }

    private String status(JobExecution execution) {
        return house.client("surveyor")
                .sql("SELECT status FROM surveyor.batch_job_execution WHERE job_execution_id = :id")
                .param("id", execution.getId())
                .query(String.class)
                .single();
    }

    private void expire() {
        house.client("surveyor")
                .sql(
                        "UPDATE surveyor.survey_lease SET expires_at = now() WHERE connection_id = :id")
                .param("id", connection)
                .update();
    }
}
