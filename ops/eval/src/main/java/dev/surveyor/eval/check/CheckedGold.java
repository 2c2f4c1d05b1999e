package dev.surveyor.eval.check;

import dev.surveyor.eval.gold.GoldResult;
import dev.surveyor.eval.questions.Question;

/**
 * A gold that was run against itself.
 *
 * @param exception why the scorer did not accept it; empty where it did
 */
record CheckedGold(Question question, GoldResult.Known gold, String exception) {

    boolean accepted() {
        return exception.isEmpty();
    }

    /** The exception without what it says of this gold alone, to count it with others. */
    String kind() {
        int detail = exception.indexOf(": ");
        return detail < 0 ? exception : exception.substring(0, detail);
    }
}
