package dev.surveyor.bench.sources;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.catalog.Secret;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/** A server with the databases that the parts read; made once and kept. */
final class Ground implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration STATEMENT_MAX = Duration.ofMinutes(10);

    private final EmbeddedStore store;
    private final Workplace workplace;

    /** Something whose time is taken. */
    interface Work {
        void run() throws SQLException, IOException;
    }

    private Ground(EmbeddedStore store, Workplace workplace) {
        this.store = store;
        this.workplace = workplace;
    }

    static Ground prepare(Workplace workplace) throws IOException {
        Path folder = workplace.home().resolve("ops/bench/target/sources-postgres");
        Files.createDirectories(folder);
        EmbeddedStore store = EmbeddedStore.start(folder, 0, workplace.progress()::println);
        store.awaitReady();
        return new Ground(store, workplace);
    }

    int rounds() {
        return workplace.rounds();
    }

    void tell(String step) {
        workplace.progress().println(step);
    }

    static double seconds(Work work) throws SQLException, IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    Connection administrator(String database) throws SQLException {
        return store.administrator(database).getConnection();
    }

    /** A database that these statements filled, unless it is there from an earlier run. */
    void database(String name, List<String> statements) throws SQLException {
        try (Connection connection = administrator("postgres");
                Statement statement = connection.createStatement()) {
            if (exists(statement, name)) {
                return;
            }
            tell("Making the database " + name);
            String unfinished = name + "_unfinished";
            statement.execute("DROP DATABASE IF EXISTS " + unfinished);
            statement.execute("CREATE DATABASE " + unfinished);
            try (Connection filled = administrator(unfinished);
                    Statement filling = filled.createStatement()) {
                filling.execute("SET synchronous_commit = off");
                for (String sql : statements) {
                    filling.execute(sql);
                }
            }
            statement.execute("ALTER DATABASE " + unfinished + " RENAME TO " + name);
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return row.next();
        }
    }

    SourceAddress address(String database) {
        PGSimpleDataSource known = (PGSimpleDataSource) store.administrator(database);
        return SourceAddress.ofServer(
                "postgresql",
                "127.0.0.1",
                store.port(),
                database,
                Objects.requireNonNull(known.getUser()),
                new Secret(Objects.requireNonNull(known.getPassword())));
    }

    SourceSession open(String database) {
        return Sources.open(
                address(database), SessionLimits.standard().withStatementTimeout(STATEMENT_MAX));
    }

    @Override
    public void close() {
        store.close();
    }
}
