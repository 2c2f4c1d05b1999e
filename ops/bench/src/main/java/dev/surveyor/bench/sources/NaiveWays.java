package dev.surveyor.bench.sources;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one would write first: a call per table, four queries per column. */
final class NaiveWays {

    private static final int VALUES = 100;

    private NaiveWays() {}

    /** The structure through JDBC; returns how many things it saw. */
    static int structure(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        int seen = 0;
        for (String table : tables(connection)) {
            seen += count(data.getColumns(null, "public", table, null));
            seen += count(data.getPrimaryKeys(null, "public", table));
            seen += count(data.getImportedKeys(null, "public", table));
            seen += count(data.getIndexInfo(null, "public", table, false, true));
        }
        return seen;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row =
                connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE"})) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static int count(ResultSet rows) throws SQLException {
        try (rows) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    /** The profile of all tables, column by column; returns how many values it saw. */
    static long profile(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, "public", null, null)) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString("TABLE_NAME"), _ -> new ArrayList<>())
                        .add(row.getString("COLUMN_NAME"));
            }
        }
        long seen = 0;
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                for (String column : columns.getOrDefault(table, List.of())) {
                    seen += profile(statement, table, column);
                }
            }
        }
        return seen;
    }

    private static long profile(Statement statement, String table, String column)
            throws SQLException {
        long seen = count(statement, "SELECT count(*), count(%2$s) FROM %1$s", table, column);
        seen += count(statement, "SELECT count(DISTINCT %2$s) FROM %1$s", table, column);
        seen +=
                count(
                        statement,
                        "SELECT min(%2$s::text), max(%2$s::text), avg(length(%2$s::text)) FROM %1$s",
                        table,
                        column);
        return seen
                + count(
                        statement,
                        "SELECT %2$s, count(*) FROM %1$s GROUP BY 1 ORDER BY 2 DESC LIMIT "
                                + VALUES,
                        table,
                        column);
    }

    private static int count(Statement statement, String query, String table, String column)
            throws SQLException {
        return count(statement.executeQuery(query.formatted(table, column)));
    }
}
