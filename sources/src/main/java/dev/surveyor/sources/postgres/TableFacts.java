package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table is like at the moment it is measured.
 *
 * @param children whether other tables inherit from it or are its partitions
 * @param bytes of its rows; {@link #UNKNOWN} where they lie elsewhere or it is locked
 * @param longCellBytes of cells that do not fit a row; {@link #UNKNOWN} likewise
 * @param rows by its statistics and its size; {@link #UNKNOWN} without statistics
 * @param changed rows since the statistics were made
 * @param analyzed whether they were ever made, as far as the server remembers
 * @param encoding of the database
 */
record TableFacts(
        String kind,
        boolean children,
        long bytes,
        long longCellBytes,
        long rows,
        long changed,
        boolean analyzed,
        String encoding) {

    static final long UNKNOWN = -1;

    /** By the table's place in the list; those that are gone are missing. */
    static Map<Integer, TableFacts> read(Connection connection, List<Table> tables)
            throws SQLException {
        Map<Integer, TableFacts> facts = HashMap.newHashMap(tables.size());
        try (PreparedStatement statement =
                connection.prepareStatement(PostgresSql.read("profile-tables"))) {
            statement.setArray(1, names(connection, tables, true));
            statement.setArray(2, names(connection, tables, false));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    facts.put(row.getInt(1) - 1, of(row, tables.get(row.getInt(1) - 1)));
                }
            }
        }
        return facts;
    }

    static Array names(Connection connection, List<Table> tables, boolean schemas)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                tables.stream()
                        .map(table -> schemas ? table.name().schema() : table.name().name())
                        .toArray());
    }

    private static TableFacts of(ResultSet row, Table table) throws SQLException {
        long bytes = row.getLong(6);
        boolean sized = !row.wasNull();
        long longCellBytes = row.getLong(7);
        boolean children = row.getBoolean(3);
        return new TableFacts(
                row.getString(2),
                children,
                sized && !children ? bytes : UNKNOWN,
                sized && !children ? longCellBytes : UNKNOWN,
                rows(row, sized && !children ? bytes : UNKNOWN, table),
                row.getLong(8),
                row.getBoolean(9),
                row.getString(10));
    }

    /** As dense as when it was analysed last, over what it fills now. */
    private static long rows(ResultSet row, long bytes, Table table) throws SQLException {
        double analyzedRows = row.getDouble(4);
        long analyzedPages = row.getLong(5);
        if (bytes >= 0 && analyzedPages > 0 && analyzedRows >= 0) {
            return Math.round(analyzedRows / analyzedPages * (bytes / (double) row.getInt(11)));
        }
        return table.estimate().rows();
    }

    /** Whether cells may be of any length. */
    boolean longCells() {
        return longCellBytes != 0;
    }

    boolean sampled() {
        return "rmp".contains(kind);
    }

    /** Whether the server sends it without planning a query. */
    boolean copiedAsItIs() {
        return kind.equals("r") && !children;
    }

    boolean raw() {
        return encoding.equals("SQL_ASCII");
    }

    /** The share of rows that changed since the statistics; 1 without any. */
    double staleness() {
        return !analyzed && changed == 0 && rows <= 0
                ? 1
                : Math.min(1, (double) changed / Math.max(rows, 1));
    }

    static @Nullable TableFacts only(Connection connection, Table table) throws SQLException {
        return read(connection, List.of(table)).get(0);
    }
}
