package dev.surveyor.query.generate;

import dev.surveyor.query.Evidence.LinkedValue;
import dev.surveyor.query.Planner;
import dev.surveyor.query.PlannerOutcome;
import dev.surveyor.query.RankedPlan;
import dev.surveyor.query.Turn;
import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the planner says, in the words that all engines share. */
public final class PlannedProposal {

    /** Its name in answers and metrics. */
    public static final String ENGINE = "planner";

    private PlannedProposal() {}

    public static Proposal of(Planner planner, String question, List<Turn> before, Lookup lookup) {
        return switch (planner.plan(question, lookup)) {
            case PlannerOutcome.Planned(List<RankedPlan> plans) ->
                    new Proposal.Candidates(
                            plans.stream().map(plan -> candidate(plan, lookup)).toList());
            case PlannerOutcome.Clarify(String asked, List<String> choices) ->
                    new Proposal.Ask(asked, choices);
            case PlannerOutcome.Declined(String reason, List<String> unaccounted) ->
                    new Proposal.Cannot(reason, unaccounted);
        };
    }

    private static Candidate candidate(RankedPlan plan, Lookup lookup) {
        return new Candidate(
                ENGINE,
                plan.sql(),
                plan.explanation(),
                plan.confidence(),
                plan.unaccounted(),
                joins(plan.query(), lookup),
                values(plan.query(), lookup));
    }

    private static List<String> joins(Query query, Lookup lookup) {
        Set<String> joins = new LinkedHashSet<>();
        for (Query.Select select : Parts.selects(query)) {
            JoinTree from = select.from();
            for (KeyEdge edge : from.edges()) {
                for (int i = 0; i < edge.columns().size(); i++) {
                    joins.add(
                            name(edge.columns().get(i), lookup)
                                    + " = "
                                    + name(edge.keyColumns().get(i), lookup));
                }
            }
        }
        return List.copyOf(joins);
    }

    private static List<LinkedValue> values(Query query, Lookup lookup) {
        List<LinkedValue> values = new ArrayList<>();
        for (Query.Select select : Parts.selects(query)) {
            for (Condition condition : Parts.simple(select.where())) {
                if (condition instanceof Condition.Compared compared
                        && !compared.value().number()
                        && compared.measure().column() >= 0) {
                    String text = compared.value().text();
                    values.add(
                            new LinkedValue(text, name(compared.measure().column(), lookup), text));
                }
            }
        }
        return values;
    }

    private static String name(int column, Lookup lookup) {
        ColumnFacts facts = lookup.column(column);
        return lookup.tableOf(facts).name() + "." + facts.name();
    }
}
