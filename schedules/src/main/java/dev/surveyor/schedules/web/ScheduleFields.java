package dev.surveyor.schedules.web;

import dev.surveyor.schedules.timing.Missed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as somebody wants it. What is left out is as in the default; where all is, it is the
 * default.
 *
 * @param enabled false: nothing begins by itself
 * @param cron minute, hour, day, month, weekday; a sixth field before them: seconds
 * @param everyDays instead of it: every so many days, when the window opens
 * @param jitterMinutes how far the beginnings of different connections are spread; not with a cron
 * @param timeZone such as Europe/Berlin
 * @param window left out with a cron: at any hour
 * @param fullAfterHours how old the last look at every table may be
 * @param missed what becomes of a run that nobody could begin in time
 * @param webhookUrl told of failed nights; left out: the address of the settings is told
 * @param webhookSecret what these messages are signed with; left out: as it was for this address
 */
record ScheduleFields(
        @Nullable Boolean enabled,
        @Nullable @Size(min = 1, max = 120) String cron,
        @Nullable @Min(1) @Max(366) Integer everyDays,
        @Nullable @Min(0) @Max(1380) Integer jitterMinutes,
        @Nullable @Size(min = 1, max = 60) String timeZone,
        @Nullable @Valid WindowFields window,
        @Nullable @Min(24) @Max(1440) Integer fullAfterHours,
        @Nullable Missed missed,
        @Nullable @Size(max = 500) String webhookUrl,
        @Nullable @Size(min = 16, max = 200) String webhookSecret) {

    /**
     * The local hours in which it may work; past midnight where the end is before the beginning.
     */
    record WindowFields(
            @NotNull @Pattern(regexp = TIME, message = TIME_RULE) String from,
            @NotNull @Pattern(regexp = TIME, message = TIME_RULE) String until) {

        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
        private static final String TIME_RULE = "must be a time such as 22:30";
    }

    /** Whether somebody wants what everybody has. */
    boolean isDefault() {
        return equals(
                new ScheduleFields(null, null, null, null, null, null, null, null, null, null));
    }

    /** Never its secret. */
    @Override
    public String toString() {
        return "ScheduleFields[cron=%s, everyDays=%s]".formatted(cron, everyDays);
    }
}
