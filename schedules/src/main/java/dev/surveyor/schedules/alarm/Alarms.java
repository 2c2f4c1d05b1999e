package dev.surveyor.schedules.alarm;

import dev.surveyor.access.Beat;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Rings once for a connection at its time, in one of the processes. Each alarm is a trigger that
 * fires once: when it is to ring next is reckoned by us, never by Quartz. The store is opened in
 * the background some time after the start.
 */
@Component
public final class Alarms extends Beat implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration FIRST_AFTER = Duration.ofSeconds(8);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LAST_RING = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final String CLUSTER = "surveyor";
    private static final String GROUP = "night";
    private static final JobKey JOB = JobKey.jobKey("night", GROUP);

    private final DataSource catalog;
    private final ObjectProvider<AlarmReceiver> receiver;
    private final String instance = UUID.randomUUID().toString();
    private volatile @Nullable Scheduler scheduler;
    private volatile boolean unopenable;
    private volatile boolean begun;

    public Alarms(DataSource catalog, ObjectProvider<AlarmReceiver> receiver) {
        super("alarms", FIRST_AFTER, EVERY);
        this.catalog = catalog;
        this.receiver = receiver;
    }

    /** Whether the clocks go; empty where they were never set going yet. */
    public Optional<Boolean> going() {
        Scheduler open = scheduler;
        try {
            if (open == null || !begun) {
                return unopenable ? Optional.of(false) : Optional.empty();
            }
            return Optional.of(open.isStarted() && !open.isInStandbyMode());
        } catch (SchedulerException e) {
            throw failed(e);
        }
    }

    /** Keeps the clocks going, also after a catalog that was away at first. */
    @Override
    protected void beat() {
        try {
            if (!opened().isStarted()) {
                opened().start();
            }
            begun = true;
        } catch (SchedulerException e) {
            throw failed(e);
        }
    }

    /** Sets the connection's one alarm; what fails is left to the watchdog. */
    public void set(UUID connection, @Nullable Instant at) {
        TriggerKey key = TriggerKey.triggerKey(connection.toString(), GROUP);
        try {
            if (at == null) {
                opened().unscheduleJob(key);
                return;
            }
            Trigger trigger =
                    TriggerBuilder.newTrigger()
                            .withIdentity(key)
                            .forJob(JOB)
                            .startAt(Date.from(at))
                            .withSchedule(
                                    SimpleScheduleBuilder.simpleSchedule()
                                            .withMisfireHandlingInstructionFireNow())
                            .build();
            put(opened(), key, trigger);
        } catch (SchedulerException e) {
            LOG.warn(
                    "The alarm of connection {} was not set, the watchdog will see to it: {}",
                    connection,
                    e.getMessage());
        }
    }

    private static void put(Scheduler open, TriggerKey key, Trigger trigger)
            throws SchedulerException {
        if (open.rescheduleJob(key, trigger) != null) {
            return;
        }
        try {
            open.scheduleJob(trigger);
        } catch (ObjectAlreadyExistsException e) {
            LOG.debug("Somebody else set the alarm first", e);
            open.rescheduleJob(key, trigger);
        }
    }

    private synchronized Scheduler opened() throws SchedulerException {
        Scheduler open = scheduler;
        if (open == null) {
            try {
                open = open();
            } catch (SchedulerException e) {
                unopenable = true;
                throw e;
            }
            scheduler = open;
        }
        return open;
    }

    private Scheduler open() throws SchedulerException {
        // By the name of this process's pool: Quartz keeps such things for the whole JVM.
        DBConnectionManager.getInstance().addConnectionProvider(instance, new Pool(catalog));
        Scheduler made = new StdSchedulerFactory(properties()).getScheduler();
        SchedulerRepository.getInstance().remove(CLUSTER);
        made.setJobFactory((bundle, asking) ->
                context ->
                        receiver.getObject()
                                .ring(UUID.fromString(context.getTrigger().getKey().getName())));
        JobDetail job = JobBuilder.newJob(NightJob.class).withIdentity(JOB).storeDurably().build();
        made.addJob(job, true);
        return made;
    }

    private Properties properties() {
        Properties all = new Properties();
        all.setProperty("org.quartz.scheduler.instanceName", CLUSTER);
        all.setProperty("org.quartz.scheduler.instanceId", instance);
        all.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        all.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        all.setProperty("org.quartz.threadPool.threadCount", "2");
        all.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        all.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        all.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        all.setProperty("org.quartz.jobStore.dataSource", instance);
        all.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        all.setProperty("org.quartz.jobStore.useProperties", "true");
        all.setProperty("org.quartz.jobStore.isClustered", "true");
        all.setProperty("org.quartz.jobStore.clusterCheckinInterval", "20000");
        // Without it two processes were seen to fire one trigger.
        all.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return all;
    }

    private static IllegalStateException failed(SchedulerException e) {
        return new IllegalStateException("The alarms could not be opened: " + e.getMessage(), e);
    }

    /** Nothing rings any more; what rang is over in a moment, and is waited for no longer. */
    @Override
    public synchronized void destroy() throws SchedulerException {
        Scheduler open = scheduler;
        if (open != null) {
            open.standby();
            long deadline = System.nanoTime() + LAST_RING.toNanos();
            while (!open.getCurrentlyExecutingJobs().isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(GLANCE.toNanos());
            }
            open.shutdown(false);
            scheduler = null;
        }
    }

    /** The catalog's pool as Quartz asks for it. */
    private record Pool(DataSource catalog) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return catalog.getConnection();
        }

        /** The pool is opened and closed by the catalog. */
        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
