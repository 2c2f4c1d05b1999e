package dev.surveyor.query;

import dev.surveyor.query.plan.query.Query;
import java.util.List;

/**
 * One way to understand a question.
 *
 * @param confidence between 0 and 1: how often such a plan is right
 * @param explanation in plain words
 * @param unaccounted words of the question that nothing in the plan accounts for
 * @param grounds tables, columns, joins and values that it stands on
 */
public record RankedPlan(
        Query query,
        String sql,
        double confidence,
        String explanation,
        List<String> unaccounted,
        Grounds grounds) {
    public RankedPlan {
        unaccounted = List.copyOf(unaccounted);
    }
}
