package dev.surveyor.bench.night;

import dev.surveyor.catalog.EmbeddedStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** A PostgreSQL server with databases to survey, beside the one that holds the catalog. */
public final class SourceServer implements AutoCloseable {

    private static final String READER = "night_reader";

    private final EmbeddedStore store;
    private final PrintStream progress;

    private SourceServer(EmbeddedStore store, PrintStream progress) {
        this.store = store;
        this.progress = progress;
    }

    /** Starts it on this folder, at the port that it had before. */
    public static SourceServer start(Path folder, PrintStream progress) throws IOException {
        Files.createDirectories(folder);
        EmbeddedStore store = EmbeddedStore.start(folder, 0, progress::println);
        store.awaitReady();
        return new SourceServer(store, progress);
    }

    public Function<String, DataSource> administrator() {
        return store::administrator;
    }

    public int port() {
        return store.port();
    }

    /** A database that these statements filled, unless it is there from an earlier run. */
    public void database(String name, List<String> statements) throws IOException {
        if (count("postgres", "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'")
                > 0) {
            return;
        }
        progress.println("Making the database " + name);
        String unfinished = name + "_unfinished";
        execute("postgres", "DROP DATABASE IF EXISTS " + unfinished);
        execute("postgres", "CREATE DATABASE " + unfinished);
        execute(
                unfinished,
                """
                DO $$ BEGIN
                    CREATE ROLE %s LOGIN PASSWORD '%s';
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$
                """
                        .formatted(READER, READER));
        execute(unfinished, "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO " + READER);
        try (Connection connection = store.administrator(unfinished).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        execute("postgres", "ALTER DATABASE " + unfinished + " RENAME TO " + name);
    }

    public void execute(String database, String sql) throws IOException {
        try (Connection connection = store.administrator(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public long count(String database, String query) throws IOException {
        try (Connection connection = store.administrator(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IOException failed(SQLException e) {
        return new IOException("the source's server failed: " + e.getMessage(), e);
    }

    /** What a person would type to save a connection to a database that was made here. */
    public Map<String, Object> fields(String name, String database) {
        return fields(name, database, READER, READER);
    }

    public Map<String, Object> fields(
            String name, String database, String username, String password) {
        return new HashMap<>(
                Map.of(
                        "name",
                        name,
                        "kind",
                        "postgresql",
                        "host",
                        "127.0.0.1",
                        "port",
                        port(),
                        "database",
                        database,
                        "username",
                        username,
                        "password",
                        password));
    }

    @Override
    public void close() {
        store.close();
    }
}
