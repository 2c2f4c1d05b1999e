package dev.surveyor.schedules.web;

import dev.surveyor.schedules.nights.NightRun;
import dev.surveyor.schedules.nights.NightState;
import dev.surveyor.schedules.nights.Pause;
import dev.surveyor.schedules.nights.Schedule;
import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.Missed;
import dev.surveyor.schedules.timing.Occurrence;
import dev.surveyor.schedules.timing.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as people see it.
 *
 * @param isDefault nobody chose another
 * @param window null: at any hour
 * @param nextRuns the next five; none while it is not enabled
 * @param lastRun null: there was none yet
 * @param paused null: all schedules go on
 */
record ShownSchedule(
        UUID connectionId,
        String connectionName,
        boolean isDefault,
        boolean enabled,
        @Nullable String cron,
        @Nullable Integer everyDays,
        int jitterMinutes,
        String timeZone,
        @Nullable ShownWindow window,
        long fullAfterHours,
        Missed missed,
        String webhookUrl,
        boolean webhookSecretSet,
        List<ShownRun> nextRuns,
        @Nullable ShownNight lastRun,
        @Nullable ShownPause paused) {

    static final int PREVIEWED = 5;

    /** Local hours. */
    record ShownWindow(String from, String until) {}

    /**
     * A run to come.
     *
     * @param night the local date that it is the one run of
     * @param at with the zone's offset of that moment
     */
    record ShownRun(LocalDate night, OffsetDateTime at) {}

    /** A run that was, or is under way. */
    record ShownNight(
            LocalDate night,
            NightState state,
            String message,
            @Nullable UUID surveyId,
            Instant begun,
            @Nullable Instant ended) {

        static @Nullable ShownNight of(@Nullable NightRun run) {
            return run == null
                    ? null
                    : new ShownNight(
                            run.date(),
                            run.state(),
                            run.message(),
                            run.survey(),
                            run.claimed(),
                            run.ended());
        }
    }

    /** All schedules rest. */
    record ShownPause(Instant since, String by) {

        static ShownPause of(Pause.Rest rest) {
            return new ShownPause(rest.since(), rest.by());
        }
    }

    static ShownSchedule of(
            Schedule schedule, String name, @Nullable NightRun last, @Nullable ShownPause paused) {
        Choice choice = schedule.choice();
        return new ShownSchedule(
                schedule.connection(),
                name,
                !schedule.own(),
                schedule.enabled(),
                choice.cron(),
                choice.everyDays(),
                choice.jitterMinutes(),
                choice.zone().getId(),
                window(choice.window()),
                choice.fullAfter().toHours(),
                choice.missed(),
                schedule.webhookUrl(),
                schedule.sealedSecret() != null,
                next(schedule),
                ShownNight.of(last),
                paused);
    }

    private static @Nullable ShownWindow window(@Nullable Window window) {
        return window == null
                ? null
                : new ShownWindow(window.from().toString(), window.until().toString());
    }

    private static List<ShownRun> next(Schedule schedule) {
        Occurrence first = schedule.next();
        if (first == null) {
            return List.of();
        }
        List<Occurrence> runs = new ArrayList<>(List.of(first));
        runs.addAll(schedule.timetable().next(first.at(), PREVIEWED - 1));
        return runs.stream()
                .map(run ->
                        new ShownRun(
                                run.date(),
                                run.at().atZone(schedule.choice().zone()).toOffsetDateTime()))
                .toList();
    }
}
