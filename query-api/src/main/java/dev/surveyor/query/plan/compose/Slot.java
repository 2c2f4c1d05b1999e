package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.query.Condition;
import java.util.List;

/**
 * Words of the question that ask for a condition, and the conditions that they may mean.
 *
 * @param from first token
 * @param to after the last token
 * @param skipping what it costs to leave it out, not above zero
 * @param number whether it may be a number of rows in a group instead
 * @param negated whether a negation stands before it
 */
record Slot(
        int from,
        int to,
        List<Choice<Condition>> meanings,
        double skipping,
        boolean number,
        boolean negated) {

    Slot {
        meanings = List.copyOf(meanings);
    }
}
