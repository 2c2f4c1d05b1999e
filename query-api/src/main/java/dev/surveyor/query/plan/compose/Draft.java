package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.query.Query;

/**
 * A whole plan that may be meant.
 *
 * @param skipped slots that it leaves out though they say much
 * @param fit how much spoke for its conditions where they stand
 */
public record Draft(Query query, int skipped, double fit) {}
