package dev.surveyor.app.health;

import dev.surveyor.catalog.Condition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** How this process does, by what it depends on. */
public record Health(Whole whole, SequencedMap<String, Condition> dependencies) {

    /** What can be expected of all of it. */
    public enum Whole {
        UP,
        /** It answers, but something is missing or short. */
        DEGRADED,
        DOWN
    }

    public Health {
        dependencies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dependencies));
    }

    static Health of(SequencedMap<String, Condition> conditions, boolean vitalDown) {
        boolean troubled = conditions.values().stream().anyMatch(each -> each.state().troubled());
        return new Health(
                vitalDown ? Whole.DOWN : troubled ? Whole.DEGRADED : Whole.UP, conditions);
    }
}
