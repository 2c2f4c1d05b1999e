package dev.surveyor.query.retrieve;

import java.util.Locale;

/**
 * What speaks for a table within its connection. Those called {@code …_lead} compare with the
 * connection's best table: 0 for that one, less for all others.
 */
public enum TableFeature {
    /** Share of the table's name that the question says. */
    NAME_SAID,
    /** Share of the question that the table's names and values account for, whole names most. */
    PRECISE,
    PRECISE_LEAD,
    /** Share of the question that stands in its values. */
    VALUES,
    /** Share of a column's name that the question says, or says in like words. */
    COLUMN_SAID_ALIKE,
    /** Share of the question that its names and values account for, also by like words. */
    COVERED_ALIKE_LEAD,
    NAME_SAID_ALIKE_LEAD,
    PRECISE_ALIKE_LEAD,
    /** Cosine of question and table. */
    MEANING_LEAD,
    /** Cosine of question and the table's best column. */
    COLUMN_MEANING_LEAD,
    /** How much the question speaks of a table that it is related to. */
    RELATED;

    /** Its place in a row of numbers. */
    @SuppressWarnings("EnumOrdinal") // rows live as long as this process
    public int at() {
        return ordinal();
    }

    /** As the file of weights calls it. */
    String key() {
        return "table." + name().toLowerCase(Locale.ROOT);
    }
}
