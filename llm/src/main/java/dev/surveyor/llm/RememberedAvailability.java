package dev.surveyor.llm;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks whether a provider would answer at most once in a while, and not twice at the same time. */
final class RememberedAvailability {

    private final Duration kept;
    private final LongSupplier nanoTime;
    private final Supplier<Availability> probe;
    private volatile @Nullable Seen seen;

    private record Seen(Availability availability, long until) {}

    RememberedAvailability(Duration kept, LongSupplier nanoTime, Supplier<Availability> probe) {
        this.kept = kept;
        this.nanoTime = nanoTime;
        this.probe = probe;
    }

    Availability get() {
        Availability there = fresh();
        return there != null ? there : ask();
    }

    private synchronized Availability ask() {
        Availability there = fresh();
        if (there != null) {
            return there;
        }
        Availability asked = probe.get();
        seen = new Seen(asked, nanoTime.getAsLong() + kept.toNanos());
        return asked;
    }

    private @Nullable Availability fresh() {
        Seen last = seen;
        return last != null && nanoTime.getAsLong() - last.until < 0 ? last.availability : null;
    }

    /** Something else was seen since. */
    void forget() {
        seen = null;
    }
}
