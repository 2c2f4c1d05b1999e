package dev.surveyor.bench.connections;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** The driver alone: a connection that is open, one query, rolled back. */
record DriverSession(Connection connection) implements AutoCloseable {

    static DriverSession open(int port) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("benched");
        source.setUser("benched");
        source.setPassword("benched");
        Connection connection = source.getConnection();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return new DriverSession(connection);
    }

    void ask() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            rows.next();
        } finally {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
