package dev.surveyor.query.retrieve;

import java.util.Locale;

/** What speaks for a connection among all that the asker may see. */
public enum ConnectionFeature {
    /** Share of the question that is met anywhere in its names and values. */
    COVERED,
    COVERED_ALIKE,
    /** The same, where names and values that are said as a whole count most. */
    PRECISE,
    /** Share of the question that stands in its values. */
    VALUES,
    /** Share of the question that one table, or two related ones, account for. */
    PAIR,
    PAIR_ALIKE,
    /** Cosine of question and best table. */
    MEANING,
    /** Cosine of question and best column. */
    COLUMN_MEANING,
    /** Mean cosine of the five best columns. */
    COLUMNS_MEANING,
    /** Mean cosine of all its tables, as one text of all of them would have it. */
    WHOLE_MEANING,
    /** Logarithm of the number of tables: many tables meet many words by chance. */
    SIZE;

    /** Its place in a row of numbers. */
    @SuppressWarnings("EnumOrdinal") // rows live as long as this process
    public int at() {
        return ordinal();
    }

    /** As the file of weights calls it. */
    String key() {
        return "connection." + name().toLowerCase(Locale.ROOT);
    }
}
