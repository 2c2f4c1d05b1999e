package dev.surveyor.catalog;

/** What an asker sees in a column instead of its values. */
public record Mask(ColumnName column, Kind kind) {

    /** How much of a value is left. */
    public enum Kind {
        /** Nothing: it reads as NULL. */
        HIDE,
        /** The first character. */
        PARTIAL,
        /** A hash: equal values stay equal. Who can guess a value can check the guess. */
        HASH,
        /** The year of a date; of anything else, nothing. */
        YEAR
    }
}
