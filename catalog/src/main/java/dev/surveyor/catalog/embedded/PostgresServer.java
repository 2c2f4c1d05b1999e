package dev.surveyor.catalog.embedded;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One running server. Between it and us stands a shell that holds our end of a pipe: when we close
 * it or die, however hard, the shell stops the server.
 */
public final class PostgresServer implements AutoCloseable {

    private static final int STARTUP_SECONDS_MAX = 120;
    private static final int SHUTDOWN_SECONDS_MAX = 30;
    private static final String READY = "ready";

    /** The line of its pid file that holds the port. */
    private static final int PID_FILE_PORT = 3;

    /**
     * Arguments: pg_ctl, data folder, log file, server options, seconds to start, to stop. Signals
     * are not for it: it ends when its input does. PIPE least of all, which it gets when it says
     * "ready" to a process that was killed meanwhile.
     */
    static final String KEEPER =
            """
            trap '' INT HUP TERM PIPE
            "$1" start --silent --wait --timeout="$5" --pgdata="$2" --log="$3" --options="$4" >/dev/null || exit 1
            echo ready
            cat >/dev/null
            exec "$1" stop --silent --wait --timeout="$6" --mode=fast --pgdata="$2" >/dev/null
            """;

    private final Path folder;
    private final Path startupLog;
    private final int port;
    private final StoreSecrets secrets;
    private final Process keeper;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private PostgresServer(
            Path folder, Path startupLog, int port, StoreSecrets secrets, Process keeper) {
        this.folder = folder;
        this.startupLog = startupLog;
        this.port = port;
        this.secrets = secrets;
        this.keeper = keeper;
        Thread.ofVirtual().name("store-start").start(this::readReadiness);
    }

    /** See {@link dev.surveyor.catalog.EmbeddedStore#start}. */
    public static PostgresServer start(Path folder, int wantedPort, Consumer<String> progress) {
        try {
            Path home = folder.toRealPath();
            PostgresBinaries binaries = PostgresBinaries.unpack(home, progress);
            StoreSecrets secrets = StoreSecrets.loadOrCreate(home.resolve("secrets"));
            Cluster cluster = new Cluster(home, binaries);
            cluster.create(secrets, progress);
            cluster.stopLeftover();
            int port = new StorePort(home.resolve("postgres.port")).choose(wantedPort);
            Path logs = Files.createDirectories(home.resolve("logs"));
            Path startupLog = logs.resolve("postgres-start.log");
            Files.deleteIfExists(startupLog);
            Process keeper =
                    binaries.command(
                                    List.of(
                                            "sh",
                                            "-c",
                                            KEEPER,
                                            "surveyor-store",
                                            binaries.program("pg_ctl").toString(),
                                            cluster.folder().toString(),
                                            startupLog.toString(),
                                            serverOptions(port, logs),
                                            Integer.toString(STARTUP_SECONDS_MAX),
                                            Integer.toString(SHUTDOWN_SECONDS_MAX)))
                            .redirectError(startupLog.toFile())
                            .start();
            return new PostgresServer(home, startupLog, port, secrets, keeper);
        } catch (IOException e) {
            throw StoreFailure.ofFiles(folder, e);
        }
    }

    private static String serverOptions(int port, Path logs) {
        return String.join(
                " ",
                "-p " + port,
                option("listen_addresses", "127.0.0.1"),
                option("unix_socket_directories", ""),
                option("max_connections", "60"),
                option("shared_buffers", "64MB"),
                option("timezone", "UTC"),
                option("log_timezone", "UTC"),
                option("logging_collector", "on"),
                option("log_directory", logs.toString()),
                option("log_filename", "postgres-%a.log"),
                option("log_truncate_on_rotation", "on"),
                option("log_rotation_age", "1d"),
                option("log_rotation_size", "0"),
                option("log_checkpoints", "off"),
                option("log_min_messages", "warning"));
    }

    /** Quoted for the shell that {@code pg_ctl} hands the options to. */
    private static String option(String name, String value) {
        return "-c " + name + "='" + value.replace("'", "'\\''") + "'";
    }

    private void readReadiness() {
        try (BufferedReader output = keeper.inputReader(StandardCharsets.UTF_8)) {
            ready.complete(READY.equals(output.readLine()));
            output.readLine();
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    public void awaitReady() {
        try {
            if (!ready.get(STARTUP_SECONDS_MAX + SHUTDOWN_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw StoreFailure.ofProgram(folder, startupLog);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new CatalogException(
                    Code.SERVER_FAILED,
                    true,
                    "The embedded PostgreSQL gave no sign of life: see " + startupLog + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogException(
                    Code.SERVER_FAILED,
                    true,
                    "Starting the embedded PostgreSQL was interrupted.",
                    e);
        }
    }

    public int port() {
        return port;
    }

    public Map<String, String> catalogSettings() {
        return catalogSettings(port, secrets);
    }

    /** The settings that lead to the server that another process runs on this folder. */
    public static Map<String, String> settingsOfRunning(Path folder) {
        Path pidFile = folder.resolve("postgres/postmaster.pid");
        try {
            return catalogSettings(
                    Integer.parseInt(Files.readAllLines(pidFile).get(PID_FILE_PORT).strip()),
                    StoreSecrets.loadOrCreate(folder.resolve("secrets")));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new CatalogException(
                    Code.UNREACHABLE,
                    true,
                    "The store in %s is not there yet: try again when its Surveyor answers."
                            .formatted(folder),
                    e);
        }
    }

    private static Map<String, String> catalogSettings(int port, StoreSecrets secrets) {
        return Map.of(
                "surveyor.catalog.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE,
                "surveyor.catalog.username",
                Cluster.OWNER,
                "surveyor.catalog.password",
                secrets.owner(),
                "surveyor.catalog.query-username",
                Cluster.QUERY_LOGIN,
                "surveyor.catalog.query-password",
                secrets.query());
    }

    public DataSource administrator(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(Cluster.SUPERUSER);
        source.setPassword(secrets.superuser());
        source.setConnectTimeout(10);
        return source;
    }

    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(SHUTDOWN_SECONDS_MAX + 5L, TimeUnit.SECONDS)) {
                throw new CatalogException(
                        Code.SERVER_FAILED,
                        true,
                        "The embedded PostgreSQL did not stop within "
                                + SHUTDOWN_SECONDS_MAX
                                + " s: see "
                                + startupLog.resolveSibling("postgres-*.log")
                                + ".",
                        null);
            }
        } catch (IOException e) {
            throw StoreFailure.ofFiles(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
