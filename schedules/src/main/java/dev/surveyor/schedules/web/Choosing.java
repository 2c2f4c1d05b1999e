package dev.surveyor.schedules.web;

import dev.surveyor.schedules.SchedulesException;
import dev.surveyor.schedules.timing.Cadence;
import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.TimeZones;
import dev.surveyor.schedules.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a choice of what somebody typed, or says what is wrong with it. */
final class Choosing {

    /** So many runs ahead a schedule is looked through. */
    private static final int LOOKED_THROUGH = 400;

    private Choosing() {}

    /**
     * The choice.
     *
     * @param standard what is left out
     * @throws SchedulesException naming the field that is wrong
     */
    static Choice of(ScheduleFields fields, Choice standard, UUID connection, Instant now) {
        if (fields.cron() != null && fields.everyDays() != null) {
            throw invalid("everyDays", "must be left out where there is a cron");
        }
        if (fields.cron() != null && fields.jitterMinutes() != null) {
            throw invalid("jitterMinutes", "must be left out where there is a cron: that is exact");
        }
        ZoneId zone = fields.timeZone() == null ? standard.zone() : zone(fields.timeZone());
        Choice choice =
                new Choice(
                        fields.cron(),
                        fields.cron() == null ? days(fields, standard) : null,
                        LocalDate.EPOCH,
                        jitter(fields, standard),
                        zone,
                        window(fields, standard),
                        fields.fullAfterHours() == null
                                ? standard.fullAfter()
                                : Duration.ofHours(fields.fullAfterHours()),
                        fields.missed() == null ? standard.missed() : fields.missed());
        return checked(choice, connection, now);
    }

    private static int days(ScheduleFields fields, Choice standard) {
        Integer chosen = fields.everyDays() == null ? standard.everyDays() : fields.everyDays();
        return chosen == null ? 1 : chosen;
    }

    private static int jitter(ScheduleFields fields, Choice standard) {
        if (fields.cron() != null) {
            return 0;
        }
        return fields.jitterMinutes() == null ? standard.jitterMinutes() : fields.jitterMinutes();
    }

    private static ZoneId zone(String typed) {
        return TimeZones.named(typed)
                .orElseThrow(() -> {
                    List<String> like = TimeZones.like(typed);
                    return invalid(
                            "timeZone",
                            like.isEmpty()
                                    ? "must be the name of a time zone such as Europe/Berlin"
                                    : "must be the name of a time zone, such as "
                                            + String.join(", ", like));
                });
    }

    private static @Nullable Window window(ScheduleFields fields, Choice standard) {
        ScheduleFields.WindowFields typed = fields.window();
        if (typed == null) {
            return fields.cron() == null ? standard.window() : null;
        }
        if (typed.from().equals(typed.until())) {
            throw invalid("window.until", "must differ from its beginning");
        }
        return new Window(LocalTime.parse(typed.from()), LocalTime.parse(typed.until()));
    }

    private static Choice checked(Choice choice, UUID connection, Instant now) {
        Window window = choice.window();
        boolean spreadTooFar =
                window != null
                        && Duration.ofMinutes(choice.jitterMinutes()).compareTo(window.length())
                                >= 0;
        if (spreadTooFar) {
            throw invalid("jitterMinutes", "must be less than the window is long");
        }
        LocalDate today = now.atZone(choice.zone()).toLocalDate();
        checkTimes(cadence(choice, connection), window, today);
        return choice.everyDays() == null ? choice : beginningNow(choice, connection, now);
    }

    private static Cadence cadence(Choice choice, UUID connection) {
        try {
            return choice.cadence(connection);
        } catch (IllegalArgumentException e) {
            throw invalid(
                    "cron",
                    "must be minute, hour, day, month and weekday, such as 30 2 * * MON-FRI: "
                            + e.getMessage());
        }
    }

    private static void checkTimes(Cadence cadence, @Nullable Window window, LocalDate today) {
        LocalDateTime time = cadence.onOrAfter(today);
        if (time == null) {
            throw invalid("cron", "must come due some day: this one never does");
        }
        for (int run = 0; run < LOOKED_THROUGH && time != null; run++) {
            if (cadence.comesAgainAfter(time)) {
                throw invalid(
                        "cron",
                        "must come due at most once a day: on %s it does so more often"
                                .formatted(time.toLocalDate()));
            }
            if (window != null && !window.contains(time.toLocalTime())) {
                throw invalid(
                        "cron",
                        "must come due inside of the window from %s to %s: at %s it does not"
                                .formatted(window.from(), window.until(), time.toLocalTime()));
            }
            time = cadence.onOrAfter(time.toLocalDate().plusDays(1));
        }
    }

    /** An interval counts from the first day that it can run on. */
    private static Choice beginningNow(Choice choice, UUID connection, Instant now) {
        LocalDate first =
                every(choice, 1, LocalDate.EPOCH)
                        .timetable(connection)
                        .next(now)
                        .orElseThrow()
                        .date();
        return every(choice, choice.everyDays() == null ? 1 : choice.everyDays(), first);
    }

    private static Choice every(Choice choice, int days, LocalDate since) {
        return new Choice(
                null,
                days,
                since,
                choice.jitterMinutes(),
                choice.zone(),
                choice.window(),
                choice.fullAfter(),
                choice.missed());
    }

    private static SchedulesException invalid(String field, String rule) {
        return SchedulesException.invalid(field, rule);
    }
}
