package dev.surveyor.query;

import java.util.List;

/** What the planner says to a question. */
public sealed interface PlannerOutcome {

    /**
     * It understood; the likeliest plan comes first.
     *
     * @param plans at least one
     */
    record Planned(List<RankedPlan> plans) implements PlannerOutcome {
        public Planned {
            plans = List.copyOf(plans);
        }
    }

    /**
     * One thing is open.
     *
     * @param question for people, to be asked back
     * @param choices what it may mean
     */
    record Clarify(String question, List<String> choices) implements PlannerOutcome {
        public Clarify {
            choices = List.copyOf(choices);
        }
    }

    /**
     * It cannot answer.
     *
     * @param unaccounted words that it did not understand
     */
    record Declined(String reason, List<String> unaccounted) implements PlannerOutcome {
        public Declined {
            unaccounted = List.copyOf(unaccounted);
        }
    }
}
