package dev.surveyor.query.plan.query;

/** How two figures become one. */
public enum Arithmetic {
    DIFFERENCE,
    RATIO,
    /** The first in hundredths of the second. */
    PERCENTAGE,
    /** What the first is more than the second, in hundredths of the second. */
    GROWTH
}
