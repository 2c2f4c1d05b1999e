package dev.surveyor.schedules.nights;

import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.Occurrence;
import dev.surveyor.schedules.timing.Timetable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of one connection.
 *
 * @param own somebody chose it; else it is the default and follows that
 * @param webhookUrl told of failed nights; empty: the address of the settings
 * @param sealedSecret what its messages are signed with, as the store keeps it
 * @param next null: nothing comes due
 */
public record Schedule(
        UUID connection,
        boolean own,
        boolean enabled,
        Choice choice,
        String webhookUrl,
        @Nullable String sealedSecret,
        @Nullable Occurrence next) {

    public Timetable timetable() {
        return choice.timetable(connection);
    }
}
