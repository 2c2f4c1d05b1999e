package dev.surveyor.eval.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL schema, read in transactions that cannot write. */
final class PostgresSession extends JdbcSession {

    private final @Nullable String schema;

    private PostgresSession(Connection connection, @Nullable String schema) {
        super(connection);
        this.schema = schema;
    }

    static PostgresSession open(String url, @Nullable String schema) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return new PostgresSession(connection, schema);
    }

    @Override
    void prepare(Connection connection, Duration timeMax) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
            statement.execute("SET LOCAL TimeZone = 'UTC'");
        }
        set(connection, "statement_timeout", Long.toString(timeMax.toMillis()));
        if (schema != null) {
            set(connection, "search_path", PostgresSchemas.quote(schema));
        }
    }

    private static void set(Connection connection, String setting, String value)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.executeQuery().close();
        }
    }

    /** Dates and times as the server prints them: the driver's types would bring our zone in. */
    @Override
    @Nullable Object value(ResultSet results, int column) throws SQLException {
        return switch (results.getMetaData().getColumnType(column)) {
            case Types.BOOLEAN, Types.BIT -> results.getObject(column);
            case Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.REAL,
                    Types.DOUBLE ->
                    results.getObject(column);
            case Types.BINARY -> results.getBytes(column);
            default -> results.getString(column);
        };
    }
}
