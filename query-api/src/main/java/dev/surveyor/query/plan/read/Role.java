package dev.surveyor.query.plan.read;

/** What a column is in a plan for. */
public enum Role {
    SHOWN,
    MEASURED,
    CONDITION,
    GROUP,
    ORDER
}
