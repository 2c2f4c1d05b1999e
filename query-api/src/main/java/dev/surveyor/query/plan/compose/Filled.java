package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.query.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the slots.
 *
 * @param meanings one for each slot; null: left out
 */
record Filled(List<Slot> slots, List<@Nullable Condition> meanings) {

    Filled {
        slots = List.copyOf(slots);
    }

    /** The conditions, all of which hold. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Condition meaning : meanings) {
            if (meaning != null) {
                conditions.add(meaning);
            }
        }
        return conditions;
    }

    /** Slots that were left out though they say much. */
    int skipped() {
        int skipped = 0;
        for (int i = 0; i < slots.size(); i++) {
            skipped += meanings.get(i) == null && slots.get(i).skipping() < -2 ? 1 : 0;
        }
        return skipped;
    }
}
