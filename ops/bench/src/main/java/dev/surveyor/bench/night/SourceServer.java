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

/** A PostgreSQL server of an experiment's own, with databases to survey or for a catalog. */
public final class SourceServer implements AutoCloseable {

    /** Name and password of who may read what is made here. */
    public static final String READER = "night_reader";

    private final Path folder;
    private final PrintStream progress;
    private final int port;
    private volatile EmbeddedStore store;

    private SourceServer(Path folder, EmbeddedStore store, PrintStream progress) {
        this.folder = folder;
        this.store = store;
        this.port = store.port();
        this.progress = progress;
    }

    /** Starts it on this folder, at the port that it had before. */
    public static SourceServer start(Path folder, PrintStream progress) throws IOException {
        Files.createDirectories(folder);
        EmbeddedStore store = EmbeddedStore.start(folder, 0, progress::println);
        store.awaitReady();
        return new SourceServer(folder, store, progress);
    }

    public Function<String, DataSource> administrator() {
        return store::administrator;
    }

    public int port() {
        return port;
    }

    /** Every session of a database ends at once. */
    public void dropSessions(String database) throws IOException {
        count(
                "postgres",
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                 WHERE datname = '%s' AND pid <> pg_backend_pid()
                """
                        .formatted(database));
    }

    /** The whole server is away until it is started again. */
    public void stop() {
        store.close();
    }

    public void startAgain() {
        store = EmbeddedStore.start(folder, port, progress::println);
        store.awaitReady();
    }

    /** What a Surveyor has to be told to keep its catalog in a database here. */
    public List<String> catalogOptions(String database, String login) {
        return List.of(
                "--set",
                "surveyor.catalog.url=jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                "--set",
                "surveyor.catalog.username=" + login,
                "--set",
                "surveyor.catalog.password=" + login);
    }

    /** Logins that may do everything. */
    public void login(String name) throws IOException {
        execute(
                "postgres",
                """
                DO $$ BEGIN
                    CREATE ROLE %1$s SUPERUSER LOGIN PASSWORD '%1$s';
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$
                """
                        .formatted(name));
    }

    public Connection connect(String database) throws SQLException {
        return store.administrator(database).getConnection();
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
                        port,
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
