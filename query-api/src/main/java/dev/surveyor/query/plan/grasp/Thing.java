package dev.surveyor.query.plan.grasp;

/**
 * A table or column that words speak of.
 *
 * @param score how much of its name they say, between 0 and 1
 */
record Thing(boolean table, int id, int from, int to, double score) {}
