package dev.surveyor.sources.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the queries of this room and streams their rows. */
final class CatalogQueries {

    private static final int FETCHED_ROWS = 5000;

    private final Connection connection;
    private final int majorVersion;

    CatalogQueries(Connection connection) throws SQLException {
        this.connection = connection;
        this.majorVersion = connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    int majorVersion() {
        return majorVersion;
    }

    void each(String name, Row taker) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet row = statement.executeQuery(PostgresSql.read(name, majorVersion))) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        }
    }
}
