package dev.surveyor.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column as its database declares it.
 *
 * @param defaultExpression also the expression of a generated column; null: none, or not to be had
 *     while another session changes the table
 * @param collation where it is not the database's own
 * @param readable whether our role may select it
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Generation generation,
        @Nullable String defaultExpression,
        @Nullable String collation,
        @Nullable String comment,
        boolean readable) {

    /** Who makes the values. */
    public enum Generation {
        /** Whoever writes the row, or the default. */
        NONE,
        IDENTITY,
        STORED,
        VIRTUAL
    }
}
