package dev.surveyor.eval.guard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a statement as it came and as the guard printed it, side by side in one transaction. */
final class Comparison {

    private static final int ROWS_MAX = 20_000;

    /** What a statement gave: rows as the server prints them, or how it failed. */
    record Outcome(List<List<String>> rows, @Nullable String failure) {

        boolean sameAs(Outcome other) {
            if (failure != null || other.failure != null) {
                return failure != null && failure.equals(other.failure);
            }
            return rows.equals(other.rows) || sorted(rows).equals(sorted(other.rows));
        }

        private static List<String> sorted(List<List<String>> rows) {
            return rows.stream().map(List::toString).sorted().toList();
        }
    }

    private Comparison() {}

    static Outcome run(Connection connection, String searchPath, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL search_path = " + searchPath);
            statement.execute("SAVEPOINT before");
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<List<String>> all = new ArrayList<>();
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next() && all.size() < ROWS_MAX) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(String.valueOf(rows.getString(i)));
                    }
                    all.add(row);
                }
                return new Outcome(all, null);
            } catch (SQLException e) {
                statement.execute("ROLLBACK TO before");
                return new Outcome(List.of(), String.valueOf(e.getSQLState()));
            }
        }
    }
}
