package dev.surveyor.bench.killstart;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** Who a running Surveyor is, read past it out of its embedded store. */
final class Installation {

    private static final int SECONDS_MAX = 10;

    private Installation() {}

    /**
     * The one row that was made with the catalog.
     *
     * @throws IOException when it cannot be read, or is not the only one
     */
    static UUID id(Path data) throws IOException {
        try (Connection connection = source(data).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM surveyor.installation")) {
            if (!rows.next()) {
                throw new IOException("surveyor.installation has no row any more");
            }
            UUID id = rows.getObject(1, UUID.class);
            if (rows.next()) {
                throw new IOException("surveyor.installation has a second row");
            }
            return id;
        } catch (SQLException e) {
            throw new IOException("surveyor.installation cannot be read: " + e.getMessage(), e);
        }
    }

    private static PGSimpleDataSource source(Path data) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("secrets/store.properties"))) {
            secrets.load(reader);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(
                new int[] {
                    Integer.parseInt(Files.readString(data.resolve("postgres.port")).strip())
                });
        source.setDatabaseName("surveyor");
        source.setUser("surveyor_asks");
        source.setPassword(secrets.getProperty("query"));
        source.setConnectTimeout(SECONDS_MAX);
        source.setSocketTimeout(SECONDS_MAX);
        return source;
    }
}
