package dev.surveyor.eval.databases;

import dev.surveyor.eval.equality.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the dialects' sessions have in common. */
abstract class JdbcSession implements SqlSession {

    /** Memory for a result is bounded too. */
    private static final long CHARACTERS_MAX = 50_000_000;

    private final Connection connection;

    JdbcSession(Connection connection) {
        this.connection = connection;
    }

    /** Called within the transaction that the statement runs in. */
    abstract void prepare(Connection connection, Duration timeMax) throws SQLException;

    abstract @Nullable Object value(ResultSet results, int column) throws SQLException;

    @Override
    public Execution run(String sql, int rowsMax, Duration timeMax) {
        String single = sql.strip();
        while (single.endsWith(";")) {
            single = single.substring(0, single.length() - 1).stripTrailing();
        }
        // A second statement could end the transaction that only reads. Looking for it by its
        // semicolon refuses one in a literal too, which costs nothing next to a parser's mistake.
        if (single.contains(";")) {
            return new Execution.Broke("More than one statement, or a semicolon within it.");
        }
        try {
            try {
                prepare(connection, timeMax);
                return query(single, rowsMax, timeMax);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return new Execution.Broke(firstLine(e));
        }
    }

    private Execution query(String sql, int rowsMax, Duration timeMax) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(rowsMax + 1);
            try (Watchdog.Watch watch = Watchdog.watch(statement, timeMax)) {
                try (ResultSet results = statement.executeQuery(sql)) {
                    return read(results, rowsMax);
                } catch (SQLException e) {
                    if (watch.expired()) {
                        return new Execution.Broke("No rows within " + timeMax.toSeconds() + " s.");
                    }
                    throw e;
                }
            }
        }
    }

    private Execution read(ResultSet results, int rowsMax) throws SQLException {
        int width = results.getMetaData().getColumnCount();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long characters = 0;
        while (results.next()) {
            if (rows.size() == rowsMax) {
                return new Execution.Ran(Rows.of(rows), true);
            }
            List<@Nullable Object> row = new ArrayList<>(width);
            for (int column = 1; column <= width; column++) {
                Object value = value(results, column);
                characters += value instanceof String text ? text.length() : 8;
                row.add(value);
            }
            if (characters > CHARACTERS_MAX) {
                return new Execution.Broke("The result is larger than any gold's.");
            }
            rows.add(row);
        }
        return new Execution.Ran(Rows.of(rows), false);
    }

    private static String firstLine(SQLException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        String line = message.lines().findFirst().orElse(message).strip();
        return e.getSQLState() == null || e.getSQLState().isBlank()
                ? line
                : String.format(Locale.ROOT, "%s (%s)", line, e.getSQLState());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It only read: there is nothing to lose.
        }
    }
}
