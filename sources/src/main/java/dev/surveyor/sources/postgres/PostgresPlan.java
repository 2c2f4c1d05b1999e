package dev.surveyor.sources.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Plans of queries. A value that a function makes of constants stands in the plan in full, however
 * long it is, and the driver takes the memory for it before it has read it. So a block of the
 * server's own language looks at the plan first, and gives it out only where it is short.
 */
final class PostgresPlan {

    private static final String EXPLAIN = "EXPLAIN (VERBOSE, FORMAT JSON) ";

    /** There is no such language, or it is not for us; or the plan cannot be made, either way. */
    private static final Set<String> WITHOUT_BLOCKS =
            Set.of("42501", "42704", "42601", "42883", "0A000");

    private PostgresPlan() {}

    /** Empty where it is longer. */
    static String read(Connection connection, String query, int charsMax) throws SQLException {
        String block = PostgresSql.read("plan").formatted(literal(EXPLAIN + query), charsMax);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try {
                return first(
                        statement,
                        "SAVEPOINT before_plan; DO "
                                + literal(block)
                                + "; SELECT current_setting('surveyor.plan')");
            } catch (SQLException e) {
                if (!WITHOUT_BLOCKS.contains(String.valueOf(e.getSQLState()))) {
                    throw e;
                }
            }
            String plan = first(statement, "ROLLBACK TO SAVEPOINT before_plan; " + EXPLAIN + query);
            return plan.length() <= charsMax ? plan : "";
        }
    }

    private static String first(Statement statement, String sql) throws SQLException {
        boolean rows = statement.execute(sql);
        while (!rows && statement.getUpdateCount() >= 0) {
            rows = statement.getMoreResults();
        }
        try (ResultSet result = statement.getResultSet()) {
            return result.next() ? result.getString(1) : "";
        }
    }

    /** The same text whatever the server makes of backslashes. */
    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
