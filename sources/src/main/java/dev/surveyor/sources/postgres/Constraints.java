package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Check;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Relation.Action;
import dev.surveyor.catalog.Relation.Declared;
import dev.surveyor.catalog.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys, relations and checks of the tables. */
final class Constraints {

    private static final int PARTITION_LEVELS_MAX = 100;

    private final Map<Long, TableDraft> tables;
    private final Expressions expressions;
    private final List<Foreign> foreign = new ArrayList<>();

    /** A foreign key as it is stored: columns by number. */
    private record Foreign(
            long table, List<Integer> columns, long keyTable, List<Integer> key, Declared origin) {}

    /** A relation of a partition, apart from its name and its place. */
    private record Shape(
            TableDraft root, List<String> columns, TableName keyTable, List<String> keyColumns) {}

    Constraints(Map<Long, TableDraft> tables, Expressions expressions) {
        this.tables = tables;
        this.expressions = expressions;
    }

    void read(CatalogQueries queries) throws SQLException {
        queries.each("structure-constraints", this::constraint);
        if (foreign.stream()
                .anyMatch(key -> isPartition(key.table()) || isPartition(key.keyTable()))) {
            queries.each(
                    "structure-partition-columns",
                    row -> {
                        TableDraft partition = tables.get(row.getLong(1));
                        if (partition != null) {
                            partition.columnNames.put(row.getInt(2), row.getString(3));
                        }
                    });
        }
        relations();
    }

    private boolean isPartition(long table) {
        TableDraft draft = tables.get(table);
        return draft != null && draft.isPartition();
    }

    private void constraint(ResultSet row) throws SQLException {
        TableDraft table = tables.get(row.getLong(1));
        if (table == null) {
            return;
        }
        String name = row.getString(3);
        List<Integer> columns = numbers(row.getString(4));
        switch (row.getString(2)) {
            case "p" -> table.keys.add(new Key(name, true, table.names(columns)));
            case "u" -> table.keys.add(new Key(name, false, table.names(columns)));
            case "c" -> table.checks.add(new Check(name, expressions.check(row.getLong(10))));
            default ->
                    foreign.add(
                            new Foreign(
                                    row.getLong(1),
                                    columns,
                                    row.getLong(5),
                                    numbers(row.getString(6)),
                                    new Declared(
                                            name,
                                            action(row.getString(7)),
                                            action(row.getString(8)),
                                            row.getBoolean(9))));
        }
    }

    /** A key that every partition declares for itself is one of the whole. */
    private void relations() {
        Map<Shape, List<Foreign>> ofPartitions = new LinkedHashMap<>();
        for (Foreign key : foreign) {
            TableDraft table = tables.get(key.table());
            TableDraft target = tables.get(key.keyTable());
            if (table == null || target == null) {
                continue;
            }
            List<String> columns = table.names(key.columns());
            List<String> keyColumns = target.names(key.key());
            TableName keyTable = root(target).name;
            if (table.isPartition()) {
                ofPartitions
                        .computeIfAbsent(
                                new Shape(root(table), columns, keyTable, keyColumns),
                                _ -> new ArrayList<>())
                        .add(key);
            } else {
                table.relations.add(
                        new Relation(table.name, columns, keyTable, keyColumns, key.origin()));
            }
        }
        ofPartitions.forEach(this::ofWhole);
    }

    private void ofWhole(Shape shape, List<Foreign> keys) {
        TableDraft root = shape.root();
        if (keys.size() < root.leaves() || alreadyThere(shape)) {
            return;
        }
        root.relations.add(
                new Relation(
                        root.name,
                        shape.columns(),
                        shape.keyTable(),
                        shape.keyColumns(),
                        keys.getFirst().origin()));
    }

    private static boolean alreadyThere(Shape shape) {
        return shape.root().relations.stream()
                .anyMatch(relation ->
                        relation.columns().equals(shape.columns())
                                && relation.keyTable().equals(shape.keyTable()));
    }

    private TableDraft root(TableDraft table) {
        TableDraft root = table;
        for (int level = 0; level < PARTITION_LEVELS_MAX; level++) {
            TableDraft parent = tables.get(root.parent);
            if (parent == null) {
                break;
            }
            root = parent;
        }
        return root;
    }

    private static Action action(String letter) {
        return switch (letter) {
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    /** An array of numbers as the server prints it: {@code {1,2}}. */
    private static List<Integer> numbers(@org.jspecify.annotations.Nullable String array) {
        List<Integer> numbers = new ArrayList<>();
        if (array != null && array.length() > 2) {
            for (String number : array.substring(1, array.length() - 1).split(",", -1)) {
                numbers.add(Integer.valueOf(number));
            }
        }
        return numbers;
    }
}
