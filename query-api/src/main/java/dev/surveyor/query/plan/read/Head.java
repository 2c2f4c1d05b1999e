package dev.surveyor.query.plan.read;

/** What can be said of a plan's make-up without naming a table or column. */
public enum Head {
    ITEMS,
    MEASURES,
    DISTINCT,
    CONDITIONS,
    COMPARISONS,
    GROUP,
    HAVING,
    ORDER,
    NESTING,
    TABLES
}
