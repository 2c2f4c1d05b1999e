package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Check;
import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Index;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Relation.Action;
import dev.surveyor.catalog.Relation.Declared;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.Table.Estimate;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.SourceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table while its parts come in from several queries. */
final class SqliteTable {

    private final String name;
    private final TableKind kind;
    private final boolean withoutRowId;
    private final @Nullable String sql;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Integer, String> primary = new TreeMap<>();
    private final Map<Integer, Foreign> foreign = new TreeMap<>();
    private final Map<String, Indexed> indexes = new LinkedHashMap<>();
    private long rows = Estimate.UNKNOWN;
    private @Nullable String comment;

    /** A foreign key as it comes in, pair by pair; without a target: the parent's primary key. */
    private record Foreign(
            String parent,
            List<String> columns,
            List<@Nullable String> targets,
            String onUpdate,
            String onDelete) {}

    private record Indexed(
            boolean unique, boolean constraint, boolean partial, List<Index.Part> parts) {}

    SqliteTable(String name, TableKind kind, boolean withoutRowId, @Nullable String sql) {
        this.name = name;
        this.kind = kind;
        this.withoutRowId = withoutRowId;
        this.sql = sql;
    }

    String name() {
        return name;
    }

    TableKind kind() {
        return kind;
    }

    /** Whether the column is another name for the number of the row. */
    boolean isRowId(String declaredType, int keyPosition) {
        return keyPosition == 1
                && !withoutRowId
                && declaredType.toUpperCase(Locale.ROOT).equals("INTEGER");
    }

    void add(Column column, int keyPosition) {
        columns.add(column);
        if (keyPosition > 0) {
            primary.put(keyPosition, column.name());
        }
    }

    void forgetColumns() {
        columns.clear();
        primary.clear();
    }

    void broken(SourceException why) {
        comment = "Cannot be read: " + why.getMessage();
    }

    void rows(long estimate) {
        rows = estimate;
    }

    void relation(ResultSet row) throws SQLException {
        String parent = row.getString(4);
        String onUpdate = row.getString(7);
        String onDelete = row.getString(8);
        Foreign key =
                foreign.computeIfAbsent(
                        row.getInt(2),
                        _ ->
                                new Foreign(
                                        parent,
                                        new ArrayList<>(),
                                        new ArrayList<>(),
                                        onUpdate,
                                        onDelete));
        key.columns().add(row.getString(5));
        key.targets().add(row.getString(6));
    }

    void index(ResultSet row) throws SQLException {
        boolean unique = row.getBoolean(3);
        boolean constraint = row.getString(4).equals("u");
        boolean partial = row.getBoolean(5);
        Indexed index =
                indexes.computeIfAbsent(
                        row.getString(2),
                        _ -> new Indexed(unique, constraint, partial, new ArrayList<>()));
        String column = row.getString(6);
        index.parts()
                .add(
                        column == null
                                ? new Index.Part(
                                        row.getInt(7) < -1 ? "(expression)" : "rowid", true)
                                : new Index.Part(column, false));
    }

    Table table(Map<String, SqliteTable> all) {
        SqliteDefinition definition = SqliteDefinition.of(kind == TableKind.TABLE ? sql : null);
        List<Check> checks = definition.checks();
        return new Table(
                new TableName(SqliteStructure.SCHEMA, name),
                kind,
                columns,
                keys(),
                relations(all),
                checks,
                indexList(),
                new Estimate(rows, Estimate.UNKNOWN),
                0,
                false,
                null,
                comment);
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        if (!primary.isEmpty()) {
            keys.add(new Key("", true, List.copyOf(primary.values())));
        }
        indexes.forEach((indexName, index) -> {
            if (index.constraint()) {
                keys.add(
                        new Key(
                                indexName,
                                false,
                                index.parts().stream().map(Index.Part::text).toList()));
            }
        });
        return keys;
    }

    private List<Index> indexList() {
        List<Index> list = new ArrayList<>();
        indexes.forEach((indexName, index) ->
                list.add(
                        new Index(
                                indexName,
                                "btree",
                                index.unique(),
                                index.parts(),
                                index.partial() ? "(a part of the rows)" : null)));
        return list;
    }

    private List<Relation> relations(Map<String, SqliteTable> all) {
        List<Relation> relations = new ArrayList<>();
        for (Foreign key : foreign.values()) {
            SqliteTable parent = find(all, key.parent());
            List<String> own = key.columns().stream().map(this::spelled).toList();
            List<String> targets = parent == null ? List.of() : targets(key, parent);
            // Nobody keeps a key from naming a table or columns that are not there.
            if (parent != null && targets.size() == own.size()) {
                relations.add(
                        new Relation(
                                new TableName(SqliteStructure.SCHEMA, name),
                                own,
                                new TableName(SqliteStructure.SCHEMA, parent.name),
                                targets,
                                new Declared(
                                        "",
                                        action(key.onUpdate()),
                                        action(key.onDelete()),
                                        false)));
            }
        }
        return relations;
    }

    private static List<String> targets(Foreign key, SqliteTable parent) {
        List<String> targets = new ArrayList<>();
        for (String target : key.targets()) {
            if (target == null) {
                return List.copyOf(parent.primary.values());
            }
            targets.add(parent.spelled(target));
        }
        return targets;
    }

    /** As the table's declaration spells it: capitals do not matter to SQLite. */
    private String spelled(String column) {
        return columns.stream()
                .map(Column::name)
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElse(column);
    }

    private static @Nullable SqliteTable find(Map<String, SqliteTable> all, String parent) {
        SqliteTable exact = all.get(parent);
        return exact != null
                ? exact
                : all.values().stream()
                        .filter(table -> table.name.equalsIgnoreCase(parent))
                        .findFirst()
                        .orElse(null);
    }

    private static Action action(String text) {
        return switch (text) {
            case "RESTRICT" -> Action.RESTRICT;
            case "CASCADE" -> Action.CASCADE;
            case "SET NULL" -> Action.SET_NULL;
            case "SET DEFAULT" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }
}
