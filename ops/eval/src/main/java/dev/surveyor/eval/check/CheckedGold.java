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
}
