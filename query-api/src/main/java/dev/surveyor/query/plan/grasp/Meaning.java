package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ValueMention;
import java.util.List;

/** What words mean among certain rows. */
sealed interface Meaning {

    /**
     * A value of a column.
     *
     * @param rivals columns that hold it as well and are as likely
     */
    record Held(ValueMention value, int column, double cost, List<Integer> rivals)
            implements Meaning {
        public Held {
            rivals = List.copyOf(rivals);
        }
    }

    /** A table or column by its name. */
    record Said(Thing thing, double cost) implements Meaning {}

    record Nothing() implements Meaning {}
}
