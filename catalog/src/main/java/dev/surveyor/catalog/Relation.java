package dev.surveyor.catalog;

import java.util.List;

/**
 * Rows of one table that point at rows of another.
 *
 * @param columns of the pointing table, pairwise with {@code keyColumns}
 * @param keyColumns of the table that is pointed at
 * @param origin who says so
 */
public record Relation(
        TableName table,
        List<String> columns,
        TableName keyTable,
        List<String> keyColumns,
        Origin origin) {

    /** Whether the database declares a relation or we infer it: never mixed up. */
    public sealed interface Origin {}

    /**
     * By the database.
     *
     * @param enforced whether all rows are known to keep it
     */
    public record Declared(String constraint, Action onUpdate, Action onDelete, boolean enforced)
            implements Origin {}

    /**
     * By us.
     *
     * @param confidence between 0 and 1
     * @param reason a sentence that a person can check
     */
    public record Inferred(double confidence, String reason) implements Origin {}

    /** What happens to the pointing rows. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    public Relation {
        columns = List.copyOf(columns);
        keyColumns = List.copyOf(keyColumns);
        if (columns.isEmpty() || columns.size() != keyColumns.size()) {
            throw new IllegalArgumentException("a relation pairs columns with key columns");
        }
    }

    public boolean declared() {
        return origin instanceof Declared;
    }
}
