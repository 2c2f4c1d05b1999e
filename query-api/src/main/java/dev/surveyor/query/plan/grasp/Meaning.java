package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ValueMention;

/** What words mean among certain rows. */
sealed interface Meaning {

    /** A value of a column. */
    record Held(ValueMention value, int column, double cost) implements Meaning {}

    /** A table or column by its name. */
    record Said(Thing thing, double cost) implements Meaning {}

    record Nothing() implements Meaning {}
}
