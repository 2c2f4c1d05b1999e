package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.compose.Draft;

/**
 * A plan with how much speaks for it.
 *
 * @param score comparable within one question only
 * @param share of all that speaks for any plan of the question
 */
public record Ranked(Draft draft, double score, double share) {}
