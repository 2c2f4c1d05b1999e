package dev.surveyor.eval.guard;

import dev.surveyor.catalog.EmbeddedStore;
import dev.surveyor.catalog.Secret;
import dev.surveyor.sources.SourceAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL server that is gone when the command ends. */
public final class ThrowAwayServer implements AutoCloseable {

    private static final String ADMINISTRATOR = "guard_evaluator";

    private final Path folder;
    private final EmbeddedStore store;

    private ThrowAwayServer(Path folder, EmbeddedStore store) {
        this.folder = folder;
        this.store = store;
    }

    public static ThrowAwayServer start() throws IOException {
        Path folder = Files.createTempDirectory("surveyor-guard");
        EmbeddedStore store = EmbeddedStore.start(folder, 0, System.err::println);
        store.awaitReady();
        return new ThrowAwayServer(folder, store);
    }

    /** The way in for a superuser of its own. */
    public SourceAddress administrator() throws SQLException {
        String password = UUID.randomUUID().toString();
        try (Connection connection = store.administrator("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE ROLE "
                            + ADMINISTRATOR
                            + " SUPERUSER LOGIN PASSWORD '"
                            + password
                            + "'");
            statement.execute("GRANT CONNECT ON DATABASE postgres TO " + ADMINISTRATOR);
        }
        return SourceAddress.ofServer(
                "postgresql",
                "127.0.0.1",
                store.port(),
                "postgres",
                ADMINISTRATOR,
                new Secret(password));
    }

    @Override
    public void close() {
        store.close();
        Folders.delete(folder);
    }
}
