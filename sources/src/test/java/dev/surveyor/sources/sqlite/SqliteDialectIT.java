package dev.surveyor.sources.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.sources.DialectContract;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.Rows;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDialectIT extends DialectContract {

    @TempDir private @Nullable Path folder;

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    @Override
    protected SourceAddress database(String script) throws SQLException {
        Path file = folder().resolve("of?any #shape%20.sqlite");
        execute(file, script);
        return SourceAddress.ofFile("sqlite", file);
    }

    private static Connection writer(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
    }

    private static void execute(Path file, String script) throws SQLException {
        try (Connection connection = writer(file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    @Override
    protected void change(SourceAddress changed, String sql) throws SQLException {
        execute(Objects.requireNonNull(changed.file()), sql);
    }

    @Override
    protected String schema() {
        return "main";
    }

    @Override
    protected String endlessQuery() {
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    }

    @Override
    protected String longText(int length) {
        return "replace(hex(zeroblob(%d)), '00', 'x')".formatted(length);
    }

    @Override
    protected List<String> writes() {
        Path other = folder().resolve("other.sqlite");
        return List.of(
                "INSERT INTO customer (id) VALUES (9)",
                "DELETE FROM customer RETURNING id",
                "CREATE TABLE t (a)",
                "PRAGMA user_version = 7; SELECT 1",
                "ATTACH '" + other + "' AS other",
                "SELECT load_extension('x')",
                "VACUUM INTO '" + other + "'");
    }

    @Test
    void aBrokenViewIsReportedAndTheRestIsRead() throws SQLException {
        change(address(), "CREATE VIEW broken AS SELECT missing FROM nowhere");
        assertThat(table("broken").comment()).contains("nowhere");
        assertThat(table("rich_customer").columns()).hasSize(2);
    }

    @Test
    void generatedColumnsRowIdsAndVirtualTablesAreKnown() throws SQLException {
        change(
                address(),
                "CREATE TABLE made (id INTEGER PRIMARY KEY, twice INT GENERATED ALWAYS AS (id * 2), odd)");
        change(address(), "CREATE VIRTUAL TABLE words USING fts5(body)");
        Table made = table("made");
        assertThat(made.columns().stream().map(column -> column.generation().name()))
                .containsExactly("IDENTITY", "VIRTUAL", "NONE");
        assertThat(table("words").kind()).isEqualTo(TableKind.VIRTUAL_TABLE);
        assertThat(session().structure().tables().stream().map(found -> found.name().name()))
                .noneMatch(name -> name.startsWith("words_"));
    }

    @Test
    void keysThatNameNoColumnsPointAtThePrimaryKeyAndThoseToNowhereAreLeftOut()
            throws SQLException {
        change(
                address(),
                "CREATE TABLE child (p INT REFERENCES Customer, q INT REFERENCES gone(x))");
        assertThat(table("child").relations())
                .singleElement()
                .satisfies(relation -> {
                    assertThat(relation.keyTable()).isEqualTo(new TableName("main", "customer"));
                    assertThat(relation.keyColumns()).containsExactly("id");
                });
    }

    @Test
    void quickProfilesLookAllOverALargeTable() throws SQLException {
        for (String options : List.of("", " WITHOUT ROWID")) {
            String name = options.isEmpty() ? "numbered" : "unnumbered";
            change(
                    address(),
                    "CREATE TABLE " + name + " (n INTEGER PRIMARY KEY, t TEXT)" + options);
            change(
                    address(),
                    "INSERT INTO %s WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)"
                                    .formatted(name)
                            + " SELECT i, 'v' || i FROM n");
        }
        TableProfile numbered = quick("numbered");
        assertThat(numbered.problem()).isNull();
        assertThat(numbered.method()).isEqualTo(TableProfile.Method.SAMPLE);
        Count rows = Objects.requireNonNull(numbered.rows());
        assertThat((double) rows.value())
                .isBetween(40_000 * (1 - rows.error()), 40_000 * (1 + rows.error()));
        ColumnProfile numbers = numbered.columns().getFirst();
        assertThat(Integer.parseInt(Objects.requireNonNull(numbers.min()).text())).isLessThan(100);
        assertThat(Integer.parseInt(Objects.requireNonNull(numbers.max()).text()))
                .isGreaterThan(39_000);
        assertThat(Objects.requireNonNull(quick("unnumbered").rows()).exact()).isFalse();
    }

    @Test
    void quickProfilesFindTheRowsOfATableWithGaps() throws SQLException {
        change(address(), "CREATE TABLE gaps (n INTEGER PRIMARY KEY)");
        change(
                address(),
                "INSERT INTO gaps WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
                        + " SELECT i * 1000000 FROM n");
        assertThat(quick("gaps").rows()).isEqualTo(Count.exactly(900));
    }

    private TableProfile quick(String name) {
        List<TableProfile> profiles = new ArrayList<>();
        session()
                .profile(
                        List.of(table(name)),
                        ProfileRequest.standard(ProfileRequest.Depth.QUICK),
                        profiles::add);
        return profiles.getFirst();
    }

    @Test
    void changesInTheWriteAheadLogShowThoughTheFileStays() throws SQLException {
        Path file = Objects.requireNonNull(address().file());
        try (Connection writer = writer(file);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.executeUpdate("UPDATE customer SET balance = 1");
            Fingerprint before = fingerprint("customer");
            assertThat(fingerprint("customer").sameAs(before)).isTrue();
            for (int round = 0; round < 3; round++) {
                statement.executeUpdate("UPDATE customer SET balance = balance + 1");
                Fingerprint after = fingerprint("customer");
                assertThat(after.sameAs(before)).isFalse();
                before = after;
            }
            statement.execute("PRAGMA wal_checkpoint(RESTART)");
            Fingerprint restarted = fingerprint("customer");
            statement.executeUpdate("UPDATE customer SET balance = balance + 1");
            assertThat(fingerprint("customer").sameAs(restarted)).isFalse();
        }
    }

    @Test
    void anEmptyFileIsAnEmptyDatabaseAndAnotherFileIsNone() throws IOException {
        Path empty = Files.createFile(folder().resolve("empty.db"));
        try (SourceSession session = open(empty)) {
            Structure structure = session.structure();
            assertThat(structure.tables()).isEmpty();
        }
        Path text =
                Files.writeString(
                        folder().resolve("text.db"), "no database at all, but long enough");
        assertThatThrownBy(() -> open(text))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.UNSUPPORTED));
        assertThatThrownBy(() -> open(folder().resolve("missing.db")))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE));
        assertThat(folder().resolve("missing.db")).doesNotExist();
    }

    private static SourceSession open(Path file) {
        return Sources.open(SourceAddress.ofFile("sqlite", file), SessionLimits.standard());
    }

    @Test
    void cellsOfAnyKindAndBrokenTextComeAsData() {
        Rows rows =
                Rows.of(
                        session(),
                        "SELECT CAST(x'ff41fe' AS TEXT), 9e999, -9e999, 9223372036854775807, x'', 1.5, 'a' || char(0) || 'b'");
        assertThat(rows.texts().getFirst())
                .contains("\ufffdA\ufffd", "Inf", "-Inf", "9223372036854775807", "", "1.5");
    }
}
