package dev.surveyor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedStoreIT {

    private static final String PROGRAMS = "postgres-18.6.0";

    /** Unpacked once: most tests are about something else. */
    @TempDir static Path unpacked;

    @TempDir Path folder;

    private final List<String> progress = new ArrayList<>();

    @BeforeAll
    static void unpack() {
        EmbeddedStore.start(unpacked, 0, step -> {}).close();
    }

    private EmbeddedStore start() {
        lendPrograms(folder);
        EmbeddedStore store = EmbeddedStore.start(folder, 0, progress::add);
        store.awaitReady();
        return store;
    }

    private static void lendPrograms(Path folder) {
        try {
            Path programs = folder.resolve(PROGRAMS);
            if (!Files.exists(programs)) {
                Files.createSymbolicLink(programs, unpacked.resolve(PROGRAMS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JdbcClient administrator(EmbeddedStore store) {
        return JdbcClient.create(store.administrator("postgres"));
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
    }

    @Test
    void dataSurvivesAStopAndTheNextStartMakesNothing() {
        try (EmbeddedStore store = start()) {
            administrator(store).sql("CREATE TABLE kept AS SELECT 42 AS answer").update();
        }
        assertThat(progress).containsExactly("Creating the embedded PostgreSQL 18.6.0");
        try (EmbeddedStore store = start()) {
            assertThat(
                            administrator(store)
                                    .sql("SELECT answer FROM kept")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(42);
        }
        assertThat(progress).hasSize(1);
    }

    @Test
    void theFirstStartUnpacksItsProgramsAndSaysSo() {
        EmbeddedStore.start(folder, 0, progress::add).close();
        assertThat(progress)
                .containsExactly(
                        "Unpacking PostgreSQL 18.6.0", "Creating the embedded PostgreSQL 18.6.0");
        assertThat(folder.resolve(PROGRAMS + "/bin/postgres")).isExecutable();
    }

    @Test
    void committedDataIsOnDiskBeforeTheCommitReturns() {
        try (EmbeddedStore store = start()) {
            assertThat(
                            administrator(store)
                                    .sql(
                                            "SELECT setting FROM pg_settings WHERE name IN"
                                                    + " ('fsync', 'synchronous_commit', 'full_page_writes')")
                                    .query(String.class)
                                    .list())
                    .containsExactly("on", "on", "on");
        }
    }

    @Test
    void nobodyEntersWithoutAPassword() {
        try (EmbeddedStore store = start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + store.port() + "/postgres";
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theQueryLoginReachesTheCatalogsDatabaseOnly() throws SQLException {
        try (EmbeddedStore store = start()) {
            String login = store.settings().get("surveyor.catalog.query-username");
            String password = store.settings().get("surveyor.catalog.query-password");
            String server = "jdbc:postgresql://127.0.0.1:" + store.port();
            try (Connection connection =
                    DriverManager.getConnection(server + "/surveyor", login, password)) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server + "/postgres", login, password))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void secretsAreReadableByTheirOwnerOnly() throws IOException {
        start().close();
        Path secrets = folder.resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void aKilledServerLeavesAStalePidFileThatTheNextStartClearsAway() throws Exception {
        EmbeddedStore killed = start();
        administrator(killed).sql("CREATE TABLE kept AS SELECT 7 AS answer").update();
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
        killed.close();
        Path pidFile = folder.resolve("postgres/postmaster.pid");
        String mine = Long.toString(ProcessHandle.current().pid());
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, mine);
        Files.write(pidFile, lines);

        try (EmbeddedStore store = start()) {
            assertThat(
                            administrator(store)
                                    .sql("SELECT answer FROM kept")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(7);
        }
    }

    @Test
    void aServerThatOutlivedItsProcessIsStoppedByTheNextStart() throws Exception {
        EmbeddedStore abandoned = start();
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        try (EmbeddedStore store = start()) {
            assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(postmaster()).isNotEqualTo(server.pid());
            administrator(store).sql("SELECT 1").query(Integer.class).single();
        }
        abandoned.close();
    }

    @Test
    void aTakenPortOfTheLastStartIsLeftToItsHolder() throws IOException {
        int last;
        try (EmbeddedStore store = start()) {
            last = store.port();
        }
        try (EmbeddedStore store = start()) {
            assertThat(store.port()).isEqualTo(last);
        }
        try (ServerSocket holder =
                        new ServerSocket(
                                last, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                EmbeddedStore store = start()) {
            assertThat(store.port()).isNotEqualTo(holder.getLocalPort());
        }
    }

    @Test
    void aWantedPortThatIsTakenIsRefusedByName() throws IOException {
        try (ServerSocket holder =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(
                            () -> EmbeddedStore.start(folder, holder.getLocalPort(), progress::add))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("surveyor.catalog.embedded-port");
        }
    }

    @Test
    void filesOfAnotherPostgresVersionAreNotTouched() throws IOException {
        start().close();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        CatalogException.class,
                        e ->
                                assertThat(e.code())
                                        .isEqualTo(CatalogException.Code.INCOMPATIBLE_DATA))
                .hasMessageContaining("PostgreSQL 17");
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aStartThatBrokeOffLeavesNothingThatTheNextOneTripsOver() throws IOException {
        Files.createDirectories(folder.resolve("postgres.new/base"));
        Files.writeString(folder.resolve("postgres.new/PG_VERSION"), "18\n");
        try (EmbeddedStore store = start()) {
            administrator(store).sql("SELECT 1").query(Integer.class).single();
        }
        assertThat(folder.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void aFolderWithABlankAndAQuoteInItsNameWorks() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("it's a folder"));
        lendPrograms(odd);
        try (EmbeddedStore store = EmbeddedStore.start(odd, 0, progress::add)) {
            store.awaitReady();
            administrator(store).sql("SELECT 1").query(Integer.class).single();
        }
    }
}
