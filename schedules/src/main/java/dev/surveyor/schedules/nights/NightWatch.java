package dev.surveyor.schedules.nights;

import dev.surveyor.access.Beat;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.Surveys;
import dev.surveyor.schedules.SchedulesSettings;
import dev.surveyor.schedules.alarm.Alarms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks after nights: gives schedules to connections that have none, begins what came due without
 * an alarm, tries again what could not begin, and writes down how surveys ended.
 */
@Component
final class NightWatch extends Beat {

    private static final Logger LOG = LoggerFactory.getLogger(NightWatch.class);
    private static final Duration FIRST_AFTER = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 500;
    private static final int TRY_AGAIN_SECONDS = 60;

    /** So long, where no window ends it. */
    private static final Duration TRIED_FOR = Duration.ofHours(12);

    private final DefaultSchedules standard;
    private final ScheduleRows schedules;
    private final NightRows rows;
    private final Nights nights;
    private final NightBeginning beginning;
    private final NightEnding ending;
    private final Surveys surveys;
    private final Alarms alarms;
    private final NightMeters meters;
    private final SchedulesSettings settings;
    private final Clock clock;

    @Autowired
    NightWatch(
            DefaultSchedules standard,
            ScheduleRows schedules,
            NightRows rows,
            Nights nights,
            NightBeginning beginning,
            NightEnding ending,
            Surveys surveys,
            Alarms alarms,
            NightMeters meters,
            SchedulesSettings settings) {
        this(
                standard,
                schedules,
                rows,
                nights,
                beginning,
                ending,
                surveys,
                alarms,
                meters,
                settings,
                Clock.systemUTC());
    }

    NightWatch(
            DefaultSchedules standard,
            ScheduleRows schedules,
            NightRows rows,
            Nights nights,
            NightBeginning beginning,
            NightEnding ending,
            Surveys surveys,
            Alarms alarms,
            NightMeters meters,
            SchedulesSettings settings,
            Clock clock) {
        super("night-watch", FIRST_AFTER, settings.watchEvery());
        this.standard = standard;
        this.schedules = schedules;
        this.rows = rows;
        this.nights = nights;
        this.beginning = beginning;
        this.ending = ending;
        this.surveys = surveys;
        this.alarms = alarms;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void beat() {
        standard.give();
        each(
                schedules.overdue(clock.instant().minus(settings.watchdogAfter()), AT_A_TIME),
                connection -> {
                    if (nights.due(connection)) {
                        meters.watchdog();
                    }
                });
        each(rows.tryAgain(TRY_AGAIN_SECONDS, AT_A_TIME), this::tryAgain);
        each(rows.running(AT_A_TIME), this::look);
        rows.forget(
                clock.instant().minus(settings.historyKept()).atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** One that fails keeps nobody else waiting. */
    private static <T> void each(List<T> all, Consumer<T> work) {
        for (T one : all) {
            try {
                work.accept(one);
            } catch (RuntimeException e) {
                LOG.warn("A night could not be looked after, it is tried again: {}", one, e);
            }
        }
    }

    private void tryAgain(NightRun night) {
        Schedule schedule = schedules.byId(night.connection()).orElse(null);
        Instant end = night.until() == null ? night.due().plus(TRIED_FOR) : night.until();
        boolean over = !clock.instant().isBefore(end);
        if (schedule == null || over) {
            ending.end(
                    night,
                    NightState.FAILED,
                    "It could not begin before its time was over. " + night.message());
        } else {
            beginning.begin(night, schedule.choice().fullAfter());
        }
    }

    private void look(NightRun night) {
        Survey survey = night.survey() == null ? null : surveys.byId(night.survey()).orElse(null);
        if (survey == null) {
            ending.end(night, NightState.STOPPED, "Its survey is no longer known.");
            return;
        }
        switch (survey.state()) {
            case QUEUED, RUNNING -> rows.seen(night);
            case PAUSED -> goOnLater(night, survey);
            case STOPPED, ABANDONED -> ending.end(night, NightState.STOPPED, survey.message());
            case FAILED -> ending.end(night, NightState.FAILED, survey.message());
            case COMPLETED -> ending.end(night, NightState.COMPLETED, survey.message());
        }
    }

    private void goOnLater(NightRun night, Survey survey) {
        ending.end(night, NightState.PAUSED, survey.message());
        schedules
                .byId(night.connection())
                .flatMap(schedule -> schedule.timetable().goOn(clock.instant(), night.date()))
                .filter(next -> schedules.bringForward(night.connection(), next))
                .ifPresent(next -> alarms.set(night.connection(), next.at()));
    }
}
