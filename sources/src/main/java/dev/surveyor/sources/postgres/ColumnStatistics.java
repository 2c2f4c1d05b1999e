package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server's own statistics say of a column.
 *
 * @param nulls as a share of the rows
 * @param distinct as the server writes it: negative as a share of the rows
 * @param values the most common ones, as text
 * @param shares of the rows that hold them
 * @param bounds the smallest and the largest of the others; empty: there are none
 */
record ColumnStatistics(
        double nulls,
        int width,
        double distinct,
        List<String> values,
        List<Double> shares,
        List<String> bounds) {

    /** By the table's place in the list, then by column. */
    static Map<Integer, Map<String, ColumnStatistics>> read(
            Connection connection, List<Table> tables, Map<Integer, TableFacts> facts)
            throws SQLException {
        Boolean[] inherited = new Boolean[tables.size()];
        for (int i = 0; i < inherited.length; i++) {
            TableFacts known = facts.get(i);
            inherited[i] = known != null && (known.children() || known.kind().equals("p"));
        }
        Map<Integer, Map<String, ColumnStatistics>> statistics = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(PostgresSql.read("profile-statistics"))) {
            statement.setArray(1, TableFacts.names(connection, tables, true));
            statement.setArray(2, TableFacts.names(connection, tables, false));
            statement.setArray(3, connection.createArrayOf("bool", inherited));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    statistics
                            .computeIfAbsent(row.getInt(1) - 1, _ -> new HashMap<>())
                            .put(row.getString(2), of(row));
                }
            }
        }
        return statistics;
    }

    private static ColumnStatistics of(ResultSet row) throws SQLException {
        List<Double> shares = new ArrayList<>();
        Array frequencies = row.getArray(7);
        if (frequencies != null) {
            for (Object share : (Object[]) frequencies.getArray()) {
                shares.add(((Number) share).doubleValue());
            }
        }
        return new ColumnStatistics(
                row.getDouble(3),
                row.getInt(4),
                row.getDouble(5),
                texts(row.getArray(6)),
                shares,
                texts(row.getArray(8)));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}
