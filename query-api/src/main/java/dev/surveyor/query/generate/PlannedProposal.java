package dev.surveyor.query.generate;

import dev.surveyor.query.Evidence.LinkedValue;
import dev.surveyor.query.Planner;
import dev.surveyor.query.PlannerOutcome;
import dev.surveyor.query.PlannerQuestion;
import dev.surveyor.query.RankedPlan;
import dev.surveyor.query.Turn;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueLookup;
import java.util.List;

/** What the planner says, in the words that all engines share. */
public final class PlannedProposal {

    /** Its name in answers and metrics. */
    public static final String ENGINE = "planner";

    private PlannedProposal() {}

    /**
     * Asks the planner.
     *
     * @param values looks values up in the source
     */
    public static Proposal of(
            Planner planner,
            String question,
            List<Turn> before,
            Lookup lookup,
            ValueLookup values) {
        PlannerQuestion asked =
                new PlannerQuestion(question, before.stream().map(Turn::question).toList(), null);
        return switch (planner.plan(asked, lookup, values)) {
            case PlannerOutcome.Planned(List<RankedPlan> plans) ->
                    new Proposal.Candidates(
                            plans.stream().map(PlannedProposal::candidate).toList());
            case PlannerOutcome.Clarify(String open, List<String> choices) ->
                    new Proposal.Ask(open, choices);
            case PlannerOutcome.Declined(String reason, List<String> unaccounted) ->
                    new Proposal.Cannot(reason, unaccounted);
        };
    }

    private static Candidate candidate(RankedPlan plan) {
        return new Candidate(
                ENGINE,
                plan.sql(),
                plan.explanation(),
                plan.confidence(),
                plan.unaccounted(),
                plan.grounds().joins(),
                plan.grounds().values().stream()
                        .map(value -> new LinkedValue(value.text(), value.column(), value.text()))
                        .toList());
    }
}
