package dev.surveyor.bench.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** Ways past a running Surveyor into its embedded store. */
public enum StoreLogin {
    /** May do everything in the catalog. */
    OWNER("surveyor", "owner"),

    /** May read what people ask about. */
    QUERY("surveyor_asks", "query");

    private static final int CONNECT_SECONDS_MAX = 10;
    private static final int ANSWER_SECONDS_MAX = 120;

    private final String user;
    private final String secret;

    StoreLogin(String user, String secret) {
        this.user = user;
        this.secret = secret;
    }

    /** A new connection to the catalog of the Surveyor that runs on this data folder. */
    public Connection connect(Path data) throws IOException, SQLException {
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
        source.setCurrentSchema("surveyor");
        source.setUser(user);
        source.setPassword(secrets.getProperty(secret));
        source.setConnectTimeout(CONNECT_SECONDS_MAX);
        source.setSocketTimeout(ANSWER_SECONDS_MAX);
        return source.getConnection();
    }
}
