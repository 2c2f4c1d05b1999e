package dev.surveyor.eval.planner;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Outcome;
import dev.surveyor.query.Planner;
import dev.surveyor.query.PlannerOutcome;
import dev.surveyor.query.PlannerQuestion;
import dev.surveyor.query.RankedPlan;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.Verdict;
import java.util.List;

/** What the planner says to a question, its statement judged by the guard. */
final class PlannerAnswers {

    private final Planner planner;
    private final Lookups lookups;

    PlannerAnswers(Planner planner, Lookups lookups) {
        this.planner = planner;
        this.lookups = lookups;
    }

    Lookups lookups() {
        return lookups;
    }

    Outcome answer(PlannerQuestion question, Access access) {
        return judged(planner.plan(question, lookups.of(access)), access);
    }

    PlannerOutcome plan(String question, Access access) {
        return planner.plan(question, lookups.of(access));
    }

    Outcome judged(PlannerOutcome outcome, Access access) {
        return switch (outcome) {
            case PlannerOutcome.Planned planned ->
                    judged(planned.plans(), lookups.surveyed(access));
            case PlannerOutcome.Clarify clarify -> new Outcome.Clarified(clarify.question());
            case PlannerOutcome.Declined declined -> new Outcome.Declined(declined.reason());
        };
    }

    /** The likeliest that the guard lets pass, as the product does; else the first's refusal. */
    private static Outcome judged(List<RankedPlan> plans, Surveyed surveyed) {
        Outcome first = judged(plans.getFirst(), surveyed);
        for (int i = 1; i < plans.size() && first instanceof Outcome.Failed; i++) {
            Outcome next = judged(plans.get(i), surveyed);
            if (!(next instanceof Outcome.Failed)) {
                return next;
            }
        }
        return first;
    }

    private static Outcome judged(RankedPlan plan, Surveyed surveyed) {
        return switch (surveyed.judge().verdict(plan.sql())) {
            case Verdict.Accepted accepted ->
                    new Outcome.Answered(accepted.sql(), null, plan.confidence());
            case Verdict.Refused(Refusal refusal) ->
                    new Outcome.Failed(refusal + " for " + plan.sql());
        };
    }
}
