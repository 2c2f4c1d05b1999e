package dev.surveyor.sources.guard.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at one place.
 *
 * @param parent what they mean around it, where they mean nothing here
 * @param ranges what stands in FROM
 * @param labels of the select list, where these may be named too
 */
record Scope(@Nullable Scope parent, List<Range> ranges, List<String> labels) {

    static final Scope EMPTY = new Scope(null, List.of(), List.of());

    Scope(@Nullable Scope parent, List<Range> ranges) {
        this(parent, ranges, List.of());
    }

    Scope withLabels(List<String> names) {
        return new Scope(parent, ranges, names);
    }

    /**
     * One item of FROM.
     *
     * @param name as columns are qualified; empty: by nothing
     * @param schema of a table that was not given another name; empty otherwise
     * @param open whether there may be columns that we do not know of
     * @param hidden whether the table has columns that may not be seen
     * @param rewritten what a query in the table's place has lost of it; null: there is none
     */
    record Range(
            String name,
            String schema,
            List<String> columns,
            boolean open,
            boolean hidden,
            @Nullable Rewritten rewritten,
            Set<String> merged) {

        Range(String name, Output output) {
            this(name, "", output.columns(), output.open(), false, null, Set.of());
        }

        Range without(List<String> names) {
            return new Range(name, schema, columns, open, hidden, rewritten, Set.copyOf(names));
        }
    }

    /**
     * A query in a table's place: the server knows of no key of it.
     *
     * @param key columns of which the others are a function; empty: none are known
     * @param groupable columns by which rows can be grouped
     */
    record Rewritten(List<String> key, Set<String> groupable) {}

    /** The columns of a query's result. */
    record Output(List<String> columns, boolean open) {

        static final Output UNKNOWN = new Output(List.of(), true);

        /** With the first columns named otherwise. */
        Output renamed(List<String> names) {
            if (names.isEmpty()) {
                return this;
            }
            List<String> renamed = new ArrayList<>(names);
            if (columns.size() > names.size()) {
                renamed.addAll(columns.subList(names.size(), columns.size()));
            }
            return new Output(renamed, open);
        }

        static Output of(List<Range> ranges) {
            List<String> columns = new ArrayList<>();
            boolean open = false;
            for (Range range : ranges) {
                for (String column : range.columns()) {
                    if (!range.merged().contains(column)) {
                        columns.add(column);
                    }
                }
                open |= range.open();
            }
            return new Output(columns, open);
        }
    }

    /** The queries of WITH that can be seen, the nearest first. */
    record Commons(@Nullable Commons next, String name, Output output) {

        static @Nullable Output find(@Nullable Commons commons, String name) {
            for (Commons one = commons; one != null; one = one.next()) {
                if (one.name().equals(name)) {
                    return one.output();
                }
            }
            return null;
        }
    }
}
