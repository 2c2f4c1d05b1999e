package dev.surveyor.schedules.nights;

import dev.surveyor.schedules.SchedulesSettings;
import dev.surveyor.schedules.alarm.AlarmReceiver;
import dev.surveyor.schedules.alarm.Alarms;
import dev.surveyor.schedules.timing.Decision;
import dev.surveyor.schedules.timing.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sees to a schedule whose time has come. However often and by whomever it is called, one night is
 * run once: whoever puts the next run in the place of this one and inserts the night's row, in one
 * transaction, runs it.
 */
@Component
class Nights implements AlarmReceiver {

    private final ScheduleRows schedules;
    private final NightRows nights;
    private final Pause pause;
    private final NightBeginning beginning;
    private final Alarms alarms;
    private final NightMeters meters;
    private final TransactionOperations transactions;
    private final SchedulesSettings settings;
    private final Clock clock;

    @Autowired
    Nights(
            ScheduleRows schedules,
            NightRows nights,
            Pause pause,
            NightBeginning beginning,
            Alarms alarms,
            NightMeters meters,
            TransactionOperations transactions,
            SchedulesSettings settings) {
        this(
                schedules,
                nights,
                pause,
                beginning,
                alarms,
                meters,
                transactions,
                settings,
                Clock.systemUTC());
    }

    Nights(
            ScheduleRows schedules,
            NightRows nights,
            Pause pause,
            NightBeginning beginning,
            Alarms alarms,
            NightMeters meters,
            TransactionOperations transactions,
            SchedulesSettings settings,
            Clock clock) {
        this.schedules = schedules;
        this.nights = nights;
        this.pause = pause;
        this.beginning = beginning;
        this.alarms = alarms;
        this.meters = meters;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void ring(UUID connection) {
        due(connection);
    }

    /** Whether this call made something of it. */
    boolean due(UUID connection) {
        Schedule schedule = schedules.byId(connection).orElse(null);
        Occurrence due = schedule == null ? null : schedule.next();
        if (schedule == null || due == null) {
            return false;
        }
        Instant now = clock.instant();
        return switch (schedule.timetable().decide(due, now, settings.tolerance())) {
            case Decision.Wait _ -> {
                alarms.set(connection, due.at());
                yield false;
            }
            case Decision.Run run -> run(schedule, due, run, now);
            case Decision.MakeUp(Occurrence at) -> missed(schedule, due, at);
            case Decision.Miss _ -> miss(schedule, due, now);
        };
    }

    private boolean run(Schedule schedule, Occurrence due, Decision.Run run, Instant now) {
        UUID connection = schedule.connection();
        if (pause.current().isPresent()) {
            return without(schedule, due, now, NightState.SKIPPED, "All schedules were paused.");
        }
        Optional<NightRun> claimed =
                advancing(
                        schedule,
                        due,
                        schedule.timetable().next(now).orElse(null),
                        () -> nights.claim(connection, run.date(), due, run.until()));
        if (run.late() && claimed.isPresent()) {
            meters.missed();
        }
        claimed.ifPresent(night -> beginning.begin(night, schedule.choice().fullAfter()));
        return claimed.isPresent();
    }

    private boolean missed(Schedule schedule, Occurrence due, Occurrence makeUp) {
        boolean ours = schedules.advance(schedule.connection(), due, makeUp);
        if (ours) {
            meters.missed();
            alarms.set(schedule.connection(), makeUp.at());
        }
        return ours;
    }

    private boolean miss(Schedule schedule, Occurrence due, Instant now) {
        boolean ours =
                without(
                        schedule,
                        due,
                        now,
                        NightState.MISSED,
                        "Its time went by while Surveyor could not begin it.");
        if (ours) {
            meters.missed();
        }
        return ours;
    }

    private boolean without(
            Schedule schedule, Occurrence due, Instant now, NightState state, String message) {
        boolean ours =
                advancing(
                                schedule,
                                due,
                                schedule.timetable().next(now).orElse(null),
                                () -> nights.without(schedule.connection(), due, state, message))
                        .isPresent();
        if (ours) {
            meters.ended(state);
        }
        return ours;
    }

    /** Puts the next run in the place of this one and writes the night, if it has none yet. */
    private Optional<NightRun> advancing(
            Schedule schedule,
            Occurrence due,
            @Nullable Occurrence next,
            Supplier<Optional<NightRun>> night) {
        UUID connection = schedule.connection();
        Advance advance =
                transactions.execute(status ->
                        schedules.advance(connection, due, next)
                                ? new Advance(true, night.get())
                                : Advance.BY_OTHERS);
        if (advance == null || !advance.ours()) {
            return Optional.empty();
        }
        alarms.set(connection, next == null ? null : next.at());
        return advance.night();
    }

    /**
     * What came of it.
     *
     * @param night empty: the local date had its run already
     */
    private record Advance(boolean ours, Optional<NightRun> night) {

        static final Advance BY_OTHERS = new Advance(false, Optional.empty());
    }
}
