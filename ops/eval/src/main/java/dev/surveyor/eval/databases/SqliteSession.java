package dev.surveyor.eval.databases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/** A SQLite file, opened so that it cannot be written and no other file can be attached. */
final class SqliteSession extends JdbcSession {

    private SqliteSession(Connection connection) {
        super(connection);
    }

    static SqliteSession open(String url) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setPragma(Pragma.LIMIT_ATTACHED, "0");
        Connection connection = config.createConnection(url);
        connection.setAutoCommit(false);
        return new SqliteSession(connection);
    }

    @Override
    void prepare(Connection connection, Duration timeMax) {
        // Opened for reading only; the watchdog keeps the time.
    }

    @Override
    @Nullable Object value(ResultSet results, int column) throws SQLException {
        return results.getObject(column);
    }
}
