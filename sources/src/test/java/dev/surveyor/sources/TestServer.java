package dev.surveyor.sources;

import dev.surveyor.catalog.Secret;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A PostgreSQL server of a version that the build copied to {@code target/postgres}; one per
 * version for all tests, with databases made as they are asked for.
 */
public final class TestServer {

    public static final String SUPERUSER = "postgres";

    private static final Path ARCHIVES = Path.of("target", "postgres");
    private static final Map<String, TestServer> RUNNING = new HashMap<>();
    private static final int OWNER_EXECUTES = 0100;

    private final Path home;
    private final Path data;
    private final int port;
    private Process process;
    private int databases;

    private TestServer(Path home, Path data, int port, Process process) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** The server of this major version, started when first asked for. */
    public static synchronized TestServer of(String majorVersion) {
        return RUNNING.computeIfAbsent(majorVersion, TestServer::start);
    }

    private static TestServer start(String majorVersion) {
        try {
            Path home = unpack(majorVersion);
            Path data = Files.createTempDirectory("surveyor-test-postgres");
            run(
                    home,
                    "initdb",
                    "-A",
                    "trust",
                    "-U",
                    SUPERUSER,
                    "-E",
                    "UTF8",
                    "--no-locale",
                    "-N",
                    "-D",
                    data.toString());
            int port = freePort();
            TestServer server = new TestServer(home, data, port, launch(home, data, port));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path home, Path data, int port) throws IOException {
        return command(
                        home,
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-k",
                        "",
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "fsync=off",
                        "-c",
                        "shared_buffers=32MB",
                        "-c",
                        "autovacuum=off")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile())
                .start();
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            try (Connection _ = administrator("postgres")) {
                return;
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
        throw new IOException(
                "the test server did not start: " + Files.readString(data.resolve("server.log")));
    }

    /** Breaks the server off as a power failure would, and starts it again. */
    public void crash() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch(home, data, port);
        awaitReady();
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return port;
    }

    /** A superuser's connection that commits by itself. */
    public Connection administrator(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, "");
    }

    /** A new database that the script filled; who reads it is the superuser. */
    public synchronized SourceAddress database(String script) throws SQLException {
        databases++;
        String name = "test_" + databases;
        execute("postgres", "CREATE DATABASE " + name);
        execute(name, script);
        return address(name, SUPERUSER);
    }

    public SourceAddress address(String database, String user) {
        return SourceAddress.ofServer(
                "postgresql", "127.0.0.1", port, database, user, new Secret("any"));
    }

    public void execute(String database, String script) throws SQLException {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path home, String program, String... arguments) throws IOException {
        Process process = command(home, program, arguments).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL does not run as root: in a user namespace of its own it is nobody. */
    private static ProcessBuilder command(Path home, String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "--user"));
        }
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static Path unpack(String majorVersion) throws IOException {
        try (Stream<Path> files = Files.list(ARCHIVES)) {
            Path jar =
                    files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                            .filter(file ->
                                    file.getFileName()
                                            .toString()
                                            .contains("-" + majorVersion + "."))
                            .findFirst()
                            .orElseThrow();
            Path home = ARCHIVES.toAbsolutePath().resolve(majorVersion);
            if (!Files.exists(home)) {
                Path unfinished = Files.createTempDirectory(ARCHIVES.toAbsolutePath(), "unpacking");
                extract(jar, unfinished);
                Files.move(unfinished, home);
            }
            return home;
        }
    }

    private static void extract(Path jar, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive =
                    zip.stream()
                            .filter(entry -> entry.getName().endsWith(".txz"))
                            .findFirst()
                            .orElseThrow();
            try (InputStream stream = zip.getInputStream(archive);
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(
                                    new XZCompressorInputStream(new BufferedInputStream(stream)))) {
                for (TarArchiveEntry entry = tar.getNextEntry();
                        entry != null;
                        entry = tar.getNextEntry()) {
                    place(tar, entry, target.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
