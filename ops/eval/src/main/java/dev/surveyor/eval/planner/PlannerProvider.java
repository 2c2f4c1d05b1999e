package dev.surveyor.eval.planner;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Engine;
import dev.surveyor.eval.EngineProvider;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Outcome;
import dev.surveyor.query.Planner;
import dev.surveyor.query.PlannerQuestion;
import java.util.Map;

/** The planner as an engine to be measured. */
public final class PlannerProvider implements EngineProvider {

    @Override
    public String name() {
        return "planner";
    }

    @Override
    public Engine open(Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new EvaluationException("The planner takes no options.");
        }
        PlannerAnswers answers = new PlannerAnswers(Planner.bundled(), new Lookups());
        return task -> {
            Access access = task.access();
            return access == null
                    ? new Outcome.Failed("There is no database to survey.")
                    : answers.answer(
                            new PlannerQuestion(task.wording(), task.before(), null), access);
        };
    }
}
