package dev.surveyor.schedules.timing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be done about a run now. */
public sealed interface Decision {

    /** It is not due yet. */
    record Wait() implements Decision {}

    /**
     * Begin it.
     *
     * @param date whose run it is
     * @param until when it has to pause; null: it may take as long as it takes
     * @param late whether its time went by
     */
    record Run(LocalDate date, @Nullable Instant until, boolean late) implements Decision {}

    /** Its time went by; it is made up for later. */
    record MakeUp(Occurrence at) implements Decision {}

    /** Its time went by and it is left out. */
    record Miss() implements Decision {}
}
