package dev.surveyor.schedules.nights;

import dev.surveyor.schedules.SchedulesSettings;
import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.Window;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What holds where nobody chose otherwise: every night, spread over the window's beginning. */
@Component
public class DefaultChoice {

    private final SchedulesSettings settings;

    DefaultChoice(SchedulesSettings settings) {
        this.settings = settings;
    }

    public Choice choice() {
        ZoneId zone = settings.timeZone();
        return new Choice(
                null,
                1,
                LocalDate.EPOCH,
                Math.toIntExact(settings.jitter().toMinutes()),
                zone == null ? ZoneId.systemDefault() : zone,
                window(),
                settings.fullEvery(),
                settings.missed());
    }

    private @Nullable Window window() {
        return settings.windowFrom().equals(settings.windowUntil())
                ? null
                : new Window(
                        LocalTime.parse(settings.windowFrom()),
                        LocalTime.parse(settings.windowUntil()));
    }
}
