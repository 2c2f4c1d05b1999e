package dev.surveyor.eval.sqlshape;

import java.util.Locale;

/** What a query uses anywhere in it. */
public enum Construct {
    JOIN,
    WHERE,
    GROUP,
    HAVING,
    AGGREGATE,
    ORDER,
    LIMIT,
    DISTINCT,
    NESTED,
    SET_OPERATION,
    OR,
    NOT_IN,
    LIKE,
    BETWEEN;

    /** As records and tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
