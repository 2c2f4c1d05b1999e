package dev.surveyor.query.plan.query;

/** The part of a moment that rows are put together by. */
public enum Grain {
    /** The number of the year. */
    YEAR,
    /** The first day of the quarter. */
    QUARTER,
    /** From 1 to 4, whatever the year. */
    QUARTER_NUMBER,
    /** The first day of the month. */
    MONTH,
    /** From 1 to 12, whatever the year. */
    MONTH_NUMBER,
    /** The Monday that the week begins with. */
    WEEK,
    /** Without the time. */
    DAY
}
