package dev.surveyor.catalog;

import dev.surveyor.catalog.embedded.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A PostgreSQL server under a data folder, started with this process and stopped with it, also when
 * the process is killed. The caller holds the folder's lock: one store per folder at a time.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final PostgresServer server;

    private EmbeddedStore(PostgresServer server) {
        this.server = server;
    }

    /**
     * Makes the folder ready and begins to start the server; {@link #awaitReady()} tells when it
     * answers. The first start on a folder unpacks the server and takes some seconds.
     *
     * @param progress told in words what takes longer than a moment
     * @throws CatalogException when the folder cannot hold a server
     */
    public static EmbeddedStore start(Path folder, int port, Consumer<String> progress) {
        return new EmbeddedStore(PostgresServer.start(folder, port, progress));
    }

    /**
     * Waits until the server takes connections.
     *
     * @throws CatalogException when it did not start, with the reason it gave
     */
    public void awaitReady() {
        server.awaitReady();
    }

    /** The catalog's settings that lead to this server. */
    public Map<String, String> settings() {
        return server.catalogSettings();
    }

    /**
     * The settings that lead to the server that another process runs on this folder.
     *
     * @throws CatalogException when there is none
     */
    public static Map<String, String> settingsOfRunning(Path folder) {
        return PostgresServer.settingsOfRunning(folder);
    }

    public int port() {
        return server.port();
    }

    /** Connections, one at a time and not pooled, of the server's superuser to one database. */
    public DataSource administrator(String database) {
        return server.administrator(database);
    }

    /** Stops the server in order: sessions are ended, what was committed is on disk. */
    @Override
    public void close() {
        server.close();
    }
}
