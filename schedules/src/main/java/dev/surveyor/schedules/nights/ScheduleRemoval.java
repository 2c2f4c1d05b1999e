package dev.surveyor.schedules.nights;

import dev.surveyor.connections.ConnectionRemoval;
import dev.surveyor.schedules.alarm.Alarms;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nothing is left of a deleted connection's schedule. */
@Component
class ScheduleRemoval implements ConnectionRemoval {

    private final ScheduleRows schedules;
    private final Alarms alarms;

    ScheduleRemoval(ScheduleRows schedules, Alarms alarms) {
        this.schedules = schedules;
        this.alarms = alarms;
    }

    @Override
    public void remove(UUID connection) {
        schedules.delete(connection);
        alarms.set(connection, null);
    }
}
