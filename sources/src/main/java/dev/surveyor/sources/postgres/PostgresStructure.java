package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Column.Generation;
import dev.surveyor.catalog.Schema;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.Table.Estimate;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.SourceWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the structure: set queries over the whole database, joined here by object id. */
final class PostgresStructure {

    private static final int PARTITION_LEVELS_MAX = 100;

    private final Map<Long, Schema> schemas = new HashMap<>();
    private final Map<Long, Boolean> usable = new HashMap<>();
    private final Map<Long, TableDraft> tables = new LinkedHashMap<>();
    private final TypeTable types = new TypeTable();
    private final Expressions expressions;
    private final Map<String, String> names = new HashMap<>();

    private PostgresStructure(Expressions expressions) {
        this.expressions = expressions;
    }

    static Structure read(SourceWork work) {
        Expressions expressions = Expressions.read(work);
        return work.transaction(connection -> new PostgresStructure(expressions).read(connection));
    }

    private Structure read(Connection connection) throws SQLException {
        CatalogQueries queries = new CatalogQueries(connection);
        queries.each("structure-schemas", this::schema);
        queries.each("structure-tables", this::table);
        addUpPartitions();
        types.read(queries);
        queries.each("structure-columns", this::column);
        new Constraints(tables, expressions).read(queries);
        new Indexes(tables, expressions).read(queries);
        return new Structure(
                "postgresql",
                "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion(),
                Optional.ofNullable(connection.getCatalog()).orElse(""),
                schemas.values().stream().sorted(Comparator.comparing(Schema::name)).toList(),
                sorted());
    }

    private List<Table> sorted() {
        List<Table> sorted = new ArrayList<>(tables.size());
        for (TableDraft draft : tables.values()) {
            if (!draft.isPartition()) {
                sorted.add(draft.table());
            }
        }
        sorted.sort(Comparator.comparing(Table::name));
        return sorted;
    }

    private void schema(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        schemas.put(id, new Schema(row.getString(2), row.getString(3), row.getString(4)));
        usable.put(id, row.getBoolean(5));
    }

    private void table(ResultSet row) throws SQLException {
        Schema schema = schemas.get(row.getLong(2));
        if (schema == null) {
            return;
        }
        boolean inUsableSchema = usable.getOrDefault(row.getLong(2), false);
        TableKind kind = kind(row.getString(4));
        tables.put(
                row.getLong(1),
                new TableDraft(
                        new TableName(schema.name(), row.getString(3)),
                        kind,
                        inUsableSchema && row.getBoolean(11),
                        row.getLong(12),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(10),
                        estimate(kind, row.getLong(7), row.getLong(8), row.getLong(9))));
    }

    private static TableKind kind(String letter) {
        return switch (letter) {
            case "p" -> TableKind.PARTITIONED_TABLE;
            case "v" -> TableKind.VIEW;
            case "m" -> TableKind.MATERIALIZED_VIEW;
            case "f" -> TableKind.FOREIGN_TABLE;
            default -> TableKind.TABLE;
        };
    }

    /**
     * Rows as of the last ANALYZE, or as counted since the statistics began: whichever saw more. A
     * table that neither ever looked at is unknown, not empty.
     */
    private static Estimate estimate(TableKind kind, long analyzed, long bytes, long live) {
        if (kind == TableKind.VIEW) {
            return Estimate.NONE;
        }
        long rows = Math.max(analyzed, live);
        return rows <= 0 && bytes == 0 && kind != TableKind.PARTITIONED_TABLE
                ? Estimate.NONE
                : new Estimate(
                        Math.max(rows, 0), bytes == 0 && rows > 0 ? Estimate.UNKNOWN : bytes);
    }

    private void addUpPartitions() {
        for (TableDraft partition : tables.values()) {
            TableDraft ancestor = tables.get(partition.parent);
            for (int level = 0; ancestor != null && level < PARTITION_LEVELS_MAX; level++) {
                ancestor.add(partition);
                ancestor = tables.get(ancestor.parent);
            }
        }
    }

    private void column(ResultSet row) throws SQLException {
        TableDraft table = tables.get(row.getLong(1));
        if (table == null) {
            return;
        }
        int number = row.getInt(2);
        String name = shared(row.getString(3));
        boolean identity = row.getBoolean(7);
        Generation generation = generation(identity, row.getString(8));
        String expression =
                switch (generation) {
                    case STORED, VIRTUAL -> expressions.generated(row.getLong(1), number);
                    case NONE, IDENTITY -> row.getString(9);
                };
        table.columnNames.put(number, name);
        table.columns.add(
                new Column(
                        name,
                        types.of(row.getLong(4), row.getInt(5)),
                        !row.getBoolean(6),
                        generation,
                        expression,
                        row.getString(10),
                        row.getString(11),
                        table.readable || usableColumn(table, row.getBoolean(12))));
    }

    private boolean usableColumn(TableDraft table, boolean granted) {
        return granted
                && schemas.entrySet().stream()
                        .filter(schema -> schema.getValue().name().equals(table.name.schema()))
                        .anyMatch(schema -> usable.getOrDefault(schema.getKey(), false));
    }

    private static Generation generation(boolean identity, String generated) {
        if (identity) {
            return Generation.IDENTITY;
        }
        return switch (generated) {
            case "s" -> Generation.STORED;
            case "v" -> Generation.VIRTUAL;
            default -> Generation.NONE;
        };
    }

    /** Ten thousand tables have few different names of columns. */
    private String shared(String name) {
        return names.computeIfAbsent(name, same -> same);
    }
}
