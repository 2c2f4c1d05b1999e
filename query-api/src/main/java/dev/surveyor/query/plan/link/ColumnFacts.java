package dev.surveyor.query.plan.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the planner knows of a column.
 *
 * @param id its place among all columns of the look-up
 * @param table id of its table
 * @param name as the database stores it
 * @param stems of the words that its name is made of
 * @param key whether it is its table's whole primary key
 * @param pointsAt id of the column that it refers to; -1: none
 * @param distinct different values; -1: not known
 * @param min smallest value as a number; null: none or not known
 * @param complete whether {@code values} are all that it holds
 */
public record ColumnFacts(
        int id,
        int table,
        String name,
        List<String> stems,
        Kind kind,
        boolean key,
        int pointsAt,
        long distinct,
        @Nullable Double min,
        @Nullable Double max,
        boolean complete,
        List<String> values) {

    /** What its values can be compared with. */
    public enum Kind {
        TEXT,
        NUMBER,
        MOMENT,
        TRUTH,
        OTHER
    }

    public ColumnFacts {
        stems = List.copyOf(stems);
        values = List.copyOf(values);
    }

    public boolean isKeyLike() {
        return key || pointsAt >= 0;
    }
}
