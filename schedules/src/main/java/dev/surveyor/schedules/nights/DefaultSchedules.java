package dev.surveyor.schedules.nights;

import dev.surveyor.schedules.alarm.Alarms;
import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.Occurrence;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives each connection the default schedule, without anybody doing anything. */
@Component
public class DefaultSchedules {

    private static final int AT_A_TIME = 500;
    private static final int ROUNDS_MAX = 40;

    private final ScheduleRows schedules;
    private final DefaultChoice standard;
    private final Alarms alarms;
    private final Clock clock = Clock.systemUTC();

    DefaultSchedules(ScheduleRows schedules, DefaultChoice standard, Alarms alarms) {
        this.schedules = schedules;
        this.standard = standard;
        this.alarms = alarms;
    }

    /** To those that have none, or one of a default that has changed since. */
    void give() {
        String basis = standard.choice().toString();
        int given = AT_A_TIME;
        for (int round = 0; given == AT_A_TIME && round < ROUNDS_MAX; round++) {
            List<UUID> without = schedules.outdated(basis, AT_A_TIME);
            without.forEach(this::give);
            given = without.size();
        }
    }

    /** Unless it has one. */
    public void give(UUID connection) {
        Choice choice = standard.choice();
        Occurrence next = choice.timetable(connection).next(clock.instant()).orElse(null);
        schedules.saveDefault(new Schedule(connection, false, true, choice, "", null, next));
        if (next != null) {
            alarms.set(connection, next.at());
        }
    }
}
