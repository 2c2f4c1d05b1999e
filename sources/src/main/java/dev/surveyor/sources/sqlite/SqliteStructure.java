package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Column.Generation;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.Schema;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.sources.SourceWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;

/** Reads the structure through SQLite's table-valued pragmas. */
final class SqliteStructure {

    static final String SCHEMA = "main";

    private final Connection connection;
    private final Map<String, SqliteTable> tables = new TreeMap<>();
    private final Map<String, ColumnType> types = new HashMap<>();

    private SqliteStructure(Connection connection) {
        this.connection = connection;
    }

    /** Takes one row. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    static Structure read(SourceWork work) {
        return work.transaction(connection -> new SqliteStructure(connection).read());
    }

    private Structure read() throws SQLException {
        each("structure-tables", this::table);
        each("structure-columns", this::column);
        viewColumns();
        each("structure-relations", row -> of(row).relation(row));
        each("structure-indexes", row -> of(row).index(row));
        if (hasStatistics()) {
            each("structure-statistics", this::statistics);
        }
        List<Table> found =
                tables.values().stream()
                        .map(table -> table.table(tables))
                        .sorted(Comparator.comparing(Table::name))
                        .toList();
        return new Structure(
                SqliteDialect.KIND,
                "SQLite " + SQLiteJDBCLoader.getVersion(),
                SqliteMarks.file(connection).getFileName().toString(),
                List.of(new Schema(SCHEMA, null, null)),
                found);
    }

    private void each(String name, Row taker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SqliteSql.read(name))) {
            while (row.next()) {
                taker.take(row);
            }
        }
    }

    private boolean hasStatistics() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'")) {
            return row.next();
        }
    }

    private void statistics(ResultSet row) throws SQLException {
        SqliteTable table = tables.get(row.getString(1));
        if (table != null) {
            table.rows(row.getLong(2));
        }
    }

    private SqliteTable of(ResultSet row) throws SQLException {
        return Objects.requireNonNull(tables.get(row.getString(1)));
    }

    private void table(ResultSet row) throws SQLException {
        TableKind kind =
                switch (row.getString(2)) {
                    case "view" -> TableKind.VIEW;
                    case "virtual" -> TableKind.VIRTUAL_TABLE;
                    default -> TableKind.TABLE;
                };
        String name = row.getString(1);
        tables.put(name, new SqliteTable(name, kind, row.getBoolean(3), row.getString(4)));
    }

    /** Views that name what is gone have no columns; the others must not suffer for it. */
    private void viewColumns() throws SQLException {
        try {
            each("structure-view-columns", this::column);
        } catch (SQLiteException e) {
            for (SqliteTable table : tables.values()) {
                if (table.kind() != TableKind.TABLE) {
                    table.forgetColumns();
                    oneView(table);
                }
            }
        }
    }

    private void oneView(SqliteTable view) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(SqliteSql.read("structure-one-view"))) {
            statement.setString(1, view.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    column(row);
                }
            }
        } catch (SQLiteException e) {
            view.broken(SqliteFailures.of(e));
        }
    }

    private void column(ResultSet row) throws SQLException {
        SqliteTable table = tables.get(row.getString(1));
        if (table == null) {
            return;
        }
        String declared = Objects.requireNonNullElse(row.getString(4), "");
        int keyPosition = row.getInt(7);
        boolean rowId = table.isRowId(declared, keyPosition);
        table.add(
                new Column(
                        row.getString(3),
                        types.computeIfAbsent(
                                declared, type -> ColumnType.plain(type, SqliteFamilies.of(type))),
                        !row.getBoolean(5) && !rowId,
                        generation(row.getInt(8), rowId),
                        defaultExpression(row.getString(6)),
                        null,
                        null,
                        true),
                keyPosition);
    }

    private static Generation generation(int hidden, boolean rowId) {
        return switch (hidden) {
            case 2 -> Generation.VIRTUAL;
            case 3 -> Generation.STORED;
            default -> rowId ? Generation.IDENTITY : Generation.NONE;
        };
    }

    private static @Nullable String defaultExpression(@Nullable String text) {
        return text == null || text.toUpperCase(Locale.ROOT).equals("NULL") ? null : text;
    }
}
