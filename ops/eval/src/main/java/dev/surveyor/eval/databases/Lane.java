package dev.surveyor.eval.databases;

import dev.surveyor.eval.Access;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements of one thread, whatever their databases, and keeps the last session open:
 * questions about one database mostly stand together.
 */
public final class Lane implements AutoCloseable {

    private @Nullable Access access;
    private @Nullable SqlSession session;

    public Execution run(Access wanted, String sql, int rowsMax, Duration timeMax) {
        try {
            return session(wanted).run(sql, rowsMax, timeMax);
        } catch (SQLException e) {
            return new Execution.Broke("Cannot open the database: " + e.getMessage());
        }
    }

    private SqlSession session(Access wanted) throws SQLException {
        if (session == null || !wanted.equals(access)) {
            close();
            session = SqlSession.open(wanted);
            access = wanted;
        }
        return session;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
