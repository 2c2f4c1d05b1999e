package dev.surveyor.schedules.nights;

import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;
import dev.surveyor.schedules.alarm.Alarms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The alarm clock of this process, and whether somebody lets all schedules rest. */
@Component
class SchedulesDependency implements Dependency {

    private final Alarms alarms;
    private final Pause pause;
    private volatile boolean paused;

    SchedulesDependency(Alarms alarms, Pause pause, MeterRegistry registry) {
        this.alarms = alarms;
        this.pause = pause;
        Gauge.builder(
                        "surveyor.schedules.running",
                        alarms,
                        all -> all.going().orElse(false) ? 1 : 0)
                .description("1: the alarm clock of this process goes")
                .register(registry);
        Gauge.builder("surveyor.schedules.paused", this, all -> all.paused ? 1 : 0)
                .description("1: somebody lets no survey begin by itself")
                .register(registry);
    }

    @Override
    public String name() {
        return "schedules";
    }

    @Override
    public Condition look() {
        try {
            Optional<Pause.Rest> rest = pause.current();
            paused = rest.isPresent();
            Optional<Boolean> going = alarms.going();
            if (going.isPresent() && !going.get()) {
                return Condition.down(
                        "The alarm clock does not go; the night watch begins what is due meanwhile:"
                                + " see the log for what keeps Quartz from the store.");
            }
            return Condition.up(
                    rest.map(since ->
                                    "All schedules rest since %s: nothing begins by itself before they are resumed."
                                            .formatted(since.since()))
                            .orElse(
                                    going.isPresent()
                                            ? "The alarm clock goes."
                                            : "The alarm clock is opened in a moment."));
        } catch (DataAccessException e) {
            return Condition.down("Schedules cannot be read, as the store does not answer.");
        }
    }
}
