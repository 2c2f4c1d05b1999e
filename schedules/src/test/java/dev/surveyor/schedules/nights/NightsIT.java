package dev.surveyor.schedules.nights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.connections.Connections;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.SurveyMode;
import dev.surveyor.pipeline.SurveyRequest;
import dev.surveyor.pipeline.SurveyState;
import dev.surveyor.schedules.ScheduleHouse;
import dev.surveyor.schedules.SchedulesSettings;
import dev.surveyor.schedules.alarm.AlarmReceiver;
import dev.surveyor.schedules.alarm.Alarms;
import dev.surveyor.schedules.notice.Notices;
import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.Missed;
import dev.surveyor.schedules.timing.Occurrence;
import dev.surveyor.schedules.timing.Window;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionOperations;

/** Nights on a real store, with Quartz's own tables, and surveys that end as the test wants. */
class NightsIT {

    private static final Instant DUE = Instant.parse("2031-03-10T02:00:00Z");
    private static final LocalDate NIGHT = LocalDate.parse("2031-03-10");
    private static final Window WINDOW = new Window(LocalTime.of(1, 0), LocalTime.of(6, 0));

    private final ScriptedSurveys surveys = new ScriptedSurveys();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Alarms> clocks = new ArrayList<>();
    private ScheduleHouse house;
    private Instant now = DUE;

    @BeforeEach
    void open() throws Exception {
        house = ScheduleHouse.shared();
    }

    @AfterEach
    void stop() throws Exception {
        for (Alarms clock : clocks) {
            clock.stop();
            clock.destroy();
        }
        house.catalog().sql("DELETE FROM schedules_paused").update();
    }

    /** What one process has of this module. */
    private record OneProcess(Alarms alarms, Nights nights, NightWatch watch) {}

    private OneProcess process(Clock clock) {
        Nights[] itself = new Nights[1];
        ObjectProvider<AlarmReceiver> receiver =
                new ObjectProvider<>() {
                    @Override
                    public AlarmReceiver getObject() {
                        return itself[0];
                    }
                };
        Alarms alarms = new Alarms(house.bean(DataSource.class), receiver);
        clocks.add(alarms);
        NightMeters meters = new NightMeters(registry);
        TransactionOperations transactions = house.bean(TransactionOperations.class);
        ScheduleRows schedules = house.bean(ScheduleRows.class);
        NightRows rows = house.bean(NightRows.class);
        SchedulesSettings settings = house.bean(SchedulesSettings.class);
        NightEnding ending = new NightEnding(rows, house.bean(Notices.class), meters, transactions);
        NightBeginning beginning =
                new NightBeginning(surveys, house.bean(Connections.class), rows, ending);
        Nights nights =
                new Nights(
                        schedules,
                        rows,
                        house.bean(Pause.class),
                        beginning,
                        alarms,
                        meters,
                        transactions,
                        settings,
                        clock);
        itself[0] = nights;
        NightWatch watch =
                new NightWatch(
                        house.bean(DefaultSchedules.class),
                        schedules,
                        rows,
                        nights,
                        beginning,
                        ending,
                        surveys,
                        alarms,
                        meters,
                        settings,
                        clock);
        return new OneProcess(alarms, nights, watch);
    }

    /** One whose clock the test moves. */
    private OneProcess process() {
        return process(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                });
    }

    private UUID scheduled(String name, String cron, Missed missed, Occurrence next)
            throws Exception {
        return scheduled(name, cron, missed, WINDOW, "", next);
    }

    private UUID scheduled(
            String name,
            String cron,
            Missed missed,
            @Nullable Window window,
            String webhook,
            Occurrence next)
            throws Exception {
        UUID connection = house.connection(name, "admin");
        house.bean(ScheduleRows.class)
                .save(
                        new Schedule(
                                connection,
                                true,
                                true,
                                new Choice(
                                        cron,
                                        null,
                                        LocalDate.EPOCH,
                                        0,
                                        ZoneOffset.UTC,
                                        window,
                                        Duration.ofDays(7),
                                        missed),
                                webhook,
                                null,
                                next));
        return connection;
    }

    private Occurrence next(UUID connection) {
        return Objects.requireNonNull(
                house.bean(ScheduleRows.class).byId(connection).orElseThrow().next());
    }

    private NightRun newest(UUID connection) {
        return house.bean(NightRows.class).newest(connection).orElseThrow();
    }

    private double count(String name) {
        return registry.find(name).counters().stream().mapToDouble(each -> each.count()).sum();
    }

    @Test
    void twoSchedulersOnOneStoreRunEachNightOnce() throws Exception {
        OneProcess one = process(Clock.systemUTC());
        OneProcess other = process(Clock.systemUTC());
        List<UUID> connections = new ArrayList<>();
        Instant soon = Instant.now().plusMillis(1500);
        for (int each = 0; each < 8; each++) {
            connections.add(
                    scheduled(
                            "shared " + each,
                            "0 0 1 1 *",
                            Missed.RUN,
                            null,
                            "",
                            new Occurrence(LocalDate.now(ZoneOffset.UTC), soon)));
            one.alarms().set(connections.getLast(), soon);
        }
        for (OneProcess process : List.of(one, other)) {
            process.alarms().start();
            process.alarms().soon();
        }
        ScheduleHouse.await(
                () -> connections.stream().noneMatch(each -> surveys.startedOf(each).isEmpty()));
        for (UUID connection : connections) {
            one.nights().due(connection);
            other.nights().due(connection);
        }
        assertThat(connections).allSatisfy(each -> assertThat(surveys.startedOf(each)).hasSize(1));
    }

    @Test
    void manyWhoSeeOneNightComeDueRunItOnce() throws Exception {
        UUID connection = scheduled("raced", "0 2 * * *", Missed.RUN, new Occurrence(NIGHT, DUE));
        OneProcess process = process();
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int each = 0; each < 16; each++) {
            all.add(() -> process.nights().due(connection));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(all);
        }
        assertThat(surveys.startedOf(connection)).hasSize(1);
        assertThat(next(connection).date()).isEqualTo(NIGHT.plusDays(1));
    }

    @Test
    void anAlarmThatIsStuckIsSeenToByTheWatchdog() throws Exception {
        UUID connection = scheduled("stuck", "0 2 * * *", Missed.RUN, new Occurrence(NIGHT, DUE));
        OneProcess process = process();
        process.alarms().set(connection, DUE);
        house.catalog()
                .sql(
                        "UPDATE qrtz_triggers SET trigger_state = 'ACQUIRED' WHERE trigger_name = :name")
                .param("name", connection.toString())
                .update();
        now = DUE.plusSeconds(30);
        process.watch().beat();
        assertThat(surveys.startedOf(connection)).isEmpty();
        now = DUE.plus(Duration.ofMinutes(3));
        process.watch().beat();
        process.watch().beat();
        assertThat(surveys.startedOf(connection)).hasSize(1);
        assertThat(count("surveyor.schedules.watchdog")).isEqualTo(1);
        assertThat(
                        house.catalog()
                                .sql(
                                        "SELECT trigger_state || next_fire_time FROM qrtz_triggers WHERE trigger_name = :name")
                                .param("name", connection.toString())
                                .query(String.class)
                                .single())
                .isEqualTo("WAITING" + next(connection).at().toEpochMilli());
    }

    @Test
    void aSurveyThatPausedGoesOnInTheNextNight() throws Exception {
        UUID connection = scheduled("long", "0 2 * * MON", Missed.RUN, new Occurrence(NIGHT, DUE));
        OneProcess process = process();
        process.nights().due(connection);
        assertThat(surveys.startedOf(connection).getFirst().until())
                .isEqualTo("2031-03-10T06:00:00Z");
        surveys.becomes(connection, SurveyState.PAUSED, "Its window is over.");
        now = Instant.parse("2031-03-10T06:00:20Z");
        process.watch().beat();
        assertThat(newest(connection).state()).isEqualTo(NightState.PAUSED);
        assertThat(next(connection))
                .isEqualTo(
                        new Occurrence(NIGHT.plusDays(1), Instant.parse("2031-03-11T01:00:00Z")));
        now = Instant.parse("2031-03-11T01:00:00Z");
        process.nights().due(connection);
        assertThat(surveys.restarted).hasSize(1);
        assertThat(surveys.startedOf(connection)).hasSize(1);
    }

    @Test
    void onceAWeekEveryTableIsLookedAt() throws Exception {
        UUID connection = scheduled("weekly", "0 2 * * *", Missed.RUN, new Occurrence(NIGHT, DUE));
        OneProcess process = process();
        surveys.full = DUE.minus(Duration.ofDays(6));
        process.nights().due(connection);
        surveys.becomes(connection, SurveyState.COMPLETED, "");
        now = DUE.plus(Duration.ofDays(1));
        process.nights().due(connection);
        assertThat(surveys.startedOf(connection))
                .extracting(SurveyRequest::mode)
                .containsExactly(SurveyMode.INCREMENTAL, SurveyMode.FULL);
    }

    @Test
    void whoeverLeavesOutWhatWasMissedIsToldSo() throws Exception {
        UUID connection =
                scheduled("skipping", "0 2 * * *", Missed.SKIP, new Occurrence(NIGHT, DUE));
        now = DUE.plus(Duration.ofHours(1));
        process().nights().due(connection);
        assertThat(surveys.startedOf(connection)).isEmpty();
        assertThat(newest(connection).state()).isEqualTo(NightState.MISSED);
        assertThat(count("surveyor.schedules.missed")).isEqualTo(1);
    }

    @Test
    void nothingBeginsWhileAllSchedulesArePaused() throws Exception {
        UUID connection = scheduled("resting", "0 2 * * *", Missed.RUN, new Occurrence(NIGHT, DUE));
        house.bean(Pause.class).begin("a test");
        process().nights().due(connection);
        assertThat(surveys.startedOf(connection)).isEmpty();
        assertThat(newest(connection).state()).isEqualTo(NightState.SKIPPED);
        assertThat(next(connection).date()).isEqualTo(NIGHT.plusDays(1));
    }

    @Test
    void aSurveyThatRunsAlreadyIsNotDisturbed() throws Exception {
        UUID connection = scheduled("busy", "0 2 * * *", Missed.RUN, new Occurrence(NIGHT, DUE));
        surveys.refusal =
                new PipelineException(
                        PipelineException.Code.SURVEY_RUNS, true, "It runs.", null, null);
        process().nights().due(connection);
        assertThat(newest(connection).state()).isEqualTo(NightState.SKIPPED);
    }

    @Test
    void whatCannotBeginForTheMomentIsTriedAgain() throws Exception {
        UUID connection = scheduled("queued", "0 2 * * *", Missed.RUN, new Occurrence(NIGHT, DUE));
        surveys.refusal =
                new PipelineException(
                        PipelineException.Code.QUEUE_FULL, true, "So many wait.", null, null);
        OneProcess process = process();
        process.nights().due(connection);
        assertThat(newest(connection).state()).isEqualTo(NightState.CLAIMED);
        surveys.refusal = null;
        house.catalog()
                .sql(
                        "UPDATE schedule_run SET tried_at = now() - interval '2 minutes' WHERE connection_id = :id")
                .param("id", connection)
                .update();
        process.watch().beat();
        assertThat(newest(connection).state()).isEqualTo(NightState.RUNNING);
        surveys.becomes(connection, SurveyState.COMPLETED, "");
        process.watch().beat();
        assertThat(newest(connection).state()).isEqualTo(NightState.COMPLETED);
    }

    @Test
    void aFailedNightIsToBeTold() throws Exception {
        UUID connection =
                scheduled(
                        "failing",
                        "0 2 * * *",
                        Missed.RUN,
                        WINDOW,
                        "http://127.0.0.1:9/nights",
                        new Occurrence(NIGHT, DUE));
        OneProcess process = process();
        process.nights().due(connection);
        surveys.becomes(connection, SurveyState.FAILED, "The database does not answer.");
        process.watch().beat();
        process.watch().beat();
        assertThat(
                        house.catalog()
                                .sql("SELECT body FROM schedule_notice WHERE connection_id = :id")
                                .param("id", connection)
                                .query(String.class)
                                .list())
                .singleElement()
                .asString()
                .contains(
                        "\"connectionName\":\"failing\"",
                        "\"night\":\"2031-03-10\"",
                        "The database does not answer.");
    }
}
