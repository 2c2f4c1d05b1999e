package dev.surveyor.eval.ask;

import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.questions.Question;

/** An engine that knows the golds: it measures the measurement. */
sealed interface ReferenceEngine permits GoldEngine, WrongGoldEngine {

    Outcome answer(Question question);
}
