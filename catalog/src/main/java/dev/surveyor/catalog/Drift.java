package dev.surveyor.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two editions; never a value of a personal column.
 *
 * @param changes of each kind as many as are worth reading, by kind, table and column
 * @param counts how many there are of each kind, listed or not; kinds without any are not there
 */
public record Drift(List<Change> changes, Map<Kind, Integer> counts) {

    public static final Drift NONE = new Drift(List.of(), Map.of());

    /** What kind of change. */
    public enum Kind {
        TABLE_ADDED,
        TABLE_DROPPED,
        TABLE_CHANGED,
        COLUMN_ADDED,
        COLUMN_DROPPED,
        COLUMN_CHANGED,
        VALUES_ADDED,
        VALUES_VANISHED,
        ROWS_JUMPED,
        RELATION_GAINED,
        RELATION_LOST,
        /** A policy names what was there and is gone: what it was to hide may have a new name. */
        POLICY_UNFIT
    }

    /**
     * One change.
     *
     * @param column null: the table as a whole
     * @param sentence for people
     * @param values categorical ones that are new or gone; not all of them where there are many
     * @param valuesMore that are not listed
     */
    public record Change(
            Kind kind,
            TableName table,
            @Nullable String column,
            String sentence,
            List<String> values,
            int valuesMore) {

        public Change {
            values = List.copyOf(values);
        }

        public static Change of(
                Kind kind, TableName table, @Nullable String column, String sentence) {
            return new Change(kind, table, column, sentence, List.of(), 0);
        }
    }

    public Drift {
        changes = List.copyOf(changes);
        Map<Kind, Integer> ordered = new EnumMap<>(Kind.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** How many changes of this kind are not listed. */
    public int more(Kind kind) {
        long listed = changes.stream().filter(change -> change.kind() == kind).count();
        return counts.getOrDefault(kind, 0) - (int) listed;
    }
}
