package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Keys of several columns, and the tables that have all of these columns under the same names. */
final class CompositeKeys {

    private final Map<String, List<Whole>> byFirstColumn = new HashMap<>();

    /** All columns of a table's primary key. */
    record Whole(Table table, List<String> columns) {

        Candidate candidate(Table pointing) {
            return new Candidate(
                    pointing,
                    columns,
                    table,
                    columns,
                    false,
                    true,
                    new NameMatch(0.8, "its columns are called like the whole key"));
        }

        private boolean heldBy(Table other) {
            boolean itsOwnKey =
                    other.primaryKey()
                            .map(key -> new HashSet<>(key.columns()).equals(new HashSet<>(columns)))
                            .orElse(false);
            return !itsOwnKey && columns.stream().allMatch(name -> comparable(other, name));
        }

        private boolean comparable(Table other, String name) {
            Column mine = other.column(name).orElse(null);
            Column theirs = table.column(name).orElse(null);
            return mine != null
                    && theirs != null
                    && Comparability.of(mine, theirs) == Comparability.AS_THEY_ARE;
        }
    }

    CompositeKeys(Structure structure) {
        for (Table table : structure.tables()) {
            table.primaryKey()
                    .filter(key -> key.columns().size() > 1)
                    .ifPresent(key ->
                            byFirstColumn
                                    .computeIfAbsent(
                                            key.columns().getFirst(), _ -> new ArrayList<>())
                                    .add(new Whole(table, key.columns())));
        }
    }

    List<Whole> heldBy(Table table) {
        List<Whole> held = new ArrayList<>();
        for (Column column : table.columns()) {
            for (Whole key : byFirstColumn.getOrDefault(column.name(), List.of())) {
                if (!key.table().name().equals(table.name()) && key.heldBy(table)) {
                    held.add(key);
                }
            }
        }
        return held;
    }
}
