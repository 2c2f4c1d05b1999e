package dev.surveyor.query.chat;

import dev.surveyor.query.Planner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Our own planner, read with the first question. */
final class BundledPlanner implements Supplier<Planner> {

    private @Nullable Planner planner;

    @Override
    public synchronized Planner get() {
        Planner there = planner;
        if (there == null) {
            there = Planner.bundled();
            planner = there;
        }
        return there;
    }
}
