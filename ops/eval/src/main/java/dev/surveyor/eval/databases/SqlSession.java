package dev.surveyor.eval.databases;

import dev.surveyor.eval.Access;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One connection that reads one database at a time; for one thread. Nothing that runs here changes
 * anything, and everything is bounded in rows and time.
 */
public interface SqlSession extends AutoCloseable {

    /** Runs one query; what keeps it from coming back with rows is a value, never thrown. */
    Execution run(String sql, int rowsMax, Duration timeMax);

    @Override
    void close();

    static SqlSession open(Access access) throws SQLException {
        return switch (access.dialect()) {
            case SQLITE -> SqliteSession.open(access.url());
            case POSTGRES -> PostgresSession.open(access.url(), access.schema());
        };
    }
}
