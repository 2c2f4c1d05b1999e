package dev.surveyor.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.surveyor.catalog.Check;
import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Index;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Relation.Action;
import dev.surveyor.catalog.Relation.Declared;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.sources.ReadResult.Ending;
import dev.surveyor.sources.SourceException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every dialect keeps; to test a new one, extend this. */
public abstract class DialectContract {

    private static final String HOSTILE = "sel\"ect\n'; -- 客戶 ☃";

    private @Nullable SourceAddress address;
    private @Nullable SourceSession session;

    /** A new database that the script filled. */
    protected abstract SourceAddress database(String script) throws SQLException, IOException;

    /** Changes the database from outside, and commits; what it changed shows in statistics. */
    protected abstract void change(SourceAddress changed, String sql)
            throws SQLException, IOException;

    /** The schema of tables that were made without one. */
    protected abstract String schema();

    /** A query that runs for minutes without a row. */
    protected abstract String endlessQuery();

    /** An expression for a text of so many letters x. */
    protected abstract String longText(int length);

    /** Statements of which each would write something somewhere. */
    protected abstract List<String> writes();

    @BeforeEach
    void open() throws SQLException, IOException {
        String kind = getClass().getSimpleName().contains("Sqlite") ? "sqlite" : "postgresql";
        try (InputStream script =
                DialectContract.class.getResourceAsStream("contract-" + kind + ".sql")) {
            address =
                    database(
                            new String(
                                    Objects.requireNonNull(script).readAllBytes(),
                                    StandardCharsets.UTF_8));
        }
        session = Sources.open(address(), SessionLimits.standard());
    }

    @AfterEach
    void close() {
        session().close();
    }

    protected SourceSession session() {
        return Objects.requireNonNull(session);
    }

    protected SourceAddress address() {
        return Objects.requireNonNull(address);
    }

    protected Table table(String name) {
        return session().structure().table(new TableName(schema(), name)).orElseThrow();
    }

    @Test
    void itTellsProductAndVersion() {
        assertThat(session().server()).matches("[A-Za-z]+ \\d+\\.\\d+.*");
    }

    @Test
    void allTablesAreFoundInTheOrderOfTheirNames() {
        Structure structure = session().structure();
        assertThat(structure.tables().stream().map(table -> table.name().name()))
                .containsExactly("customer", "empty_table", "region", "rich_customer", HOSTILE);
        assertThat(table("customer").kind()).isEqualTo(TableKind.TABLE);
        assertThat(table("rich_customer").kind()).isEqualTo(TableKind.VIEW);
        assertThat(structure.table(new TableName(schema(), "gone"))).isEmpty();
    }

    @Test
    void columnsHaveTheirTypesDefaultsAndNulls() {
        Table customer = table("customer");
        assertThat(customer.columns().stream().map(Column::name))
                .containsExactly("id", "country", "region", "email", "balance", "picture");
        Column balance = customer.column("balance").orElseThrow();
        assertThat(balance.type().name()).isEqualTo("numeric(10,2)");
        assertThat(balance.type().family()).isEqualTo(TypeFamily.DECIMAL);
        assertThat(balance.nullable()).isFalse();
        assertThat(balance.defaultExpression()).isEqualTo("0");
        assertThat(balance.readable()).isTrue();
        assertThat(customer.columns().stream().map(column -> column.type().family()))
                .containsExactly(
                        TypeFamily.INTEGER,
                        TypeFamily.TEXT,
                        TypeFamily.TEXT,
                        TypeFamily.TEXT,
                        TypeFamily.DECIMAL,
                        TypeFamily.BINARY);
        assertThat(customer.column("email").orElseThrow().nullable()).isTrue();
        assertThat(customer.column("id").orElseThrow().nullable()).isFalse();
    }

    @Test
    void keysChecksAndIndexesAreRead() {
        Table region = table("region");
        assertThat(region.primaryKey().map(Key::columns)).contains(List.of("country", "code"));
        assertThat(region.keys().stream().filter(key -> !key.primary()).map(Key::columns))
                .containsExactly(List.of("name"));
        Table customer = table("customer");
        assertThat(customer.checks().stream().map(Check::expression))
                .singleElement()
                .asString()
                .contains("email <> ''");
        Index byEmail = index(customer, "customer_by_email");
        assertThat(byEmail.parts().stream().map(Index.Part::expression))
                .containsExactly(true, false);
        assertThat(byEmail.unique()).isFalse();
        Index once = index(customer, "customer_once");
        assertThat(once.unique()).isTrue();
        assertThat(once.predicate()).isNotNull();
        assertThat(once.parts().stream().map(Index.Part::text))
                .containsExactly("country", "region");
    }

    private static Index index(Table table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void relationsOfSeveralColumnsComeWithTheirActions() {
        Relation relation = table("customer").relations().getFirst();
        assertThat(relation.columns()).containsExactly("country", "region");
        assertThat(relation.keyTable()).isEqualTo(new TableName(schema(), "region"));
        assertThat(relation.keyColumns()).containsExactly("country", "code");
        assertThat(relation.declared()).isTrue();
        assertThat(relation.origin())
                .isInstanceOfSatisfying(
                        Declared.class,
                        declared -> {
                            assertThat(declared.onUpdate()).isEqualTo(Action.CASCADE);
                            assertThat(declared.onDelete()).isEqualTo(Action.SET_NULL);
                        });
        assertThat(session().structure().relations()).hasSize(1);
    }

    @Test
    void identifiersOfAnyShapeAreReadAsTheyAreAndQuotedSoThatTheyWork() {
        Table hostile = table(HOSTILE);
        assertThat(hostile.columns().stream().map(Column::name))
                .containsExactly(
                        "Group",
                        "a.b",
                        "quote\"d\n",
                        "é",
                        "Ünïcödé wîth sömé lëñgth úp tö thé lïmït",
                        "(x)");
        Dialect dialect = session().dialect();
        String columns =
                hostile.columns().stream()
                        .map(column -> dialect.quote(column.name()))
                        .collect(Collectors.joining(", "));
        Rows rows =
                Rows.of(
                        session(),
                        "SELECT %s FROM %s.%s"
                                .formatted(
                                        columns, dialect.quote(schema()), dialect.quote(HOSTILE)));
        assertThat(rows.texts()).containsExactly(List.of("1", "x", "y", "z", "w", "v"));
        assertThat(rows.columns().stream().map(ResultColumn::name))
                .isEqualTo(hostile.columns().stream().map(Column::name).toList());
    }

    @Test
    void cellsSayWhatTheyAre() {
        Rows rows =
                Rows.of(
                        session(),
                        "SELECT id, email, balance, picture FROM %s.customer ORDER BY id DESC"
                                .formatted(schema()));
        assertThat(rows.cells().get(0).stream().map(Cell::kind))
                .containsExactly(
                        Cell.Kind.NUMBER, Cell.Kind.NULL, Cell.Kind.NUMBER, Cell.Kind.NULL);
        assertThat(rows.cells().get(1).stream().map(Cell::kind))
                .containsExactly(
                        Cell.Kind.NUMBER, Cell.Kind.TEXT, Cell.Kind.NUMBER, Cell.Kind.BINARY);
        assertThat(rows.texts().get(1)).contains("1", "a@example.org", "00ff");
    }

    @Test
    void anyTextComesAsItIs() {
        for (String text :
                List.of(
                        "😀 é ☃",
                        "שלום עולם",
                        "a\tb\nc\rd\u0001\u007f",
                        "",
                        " ",
                        "{fn now()} ? $1")) {
            assertThat(Rows.of(session(), "SELECT '" + text + "' AS \"a?b\"").texts())
                    .containsExactly(List.of(text));
        }
    }

    @Test
    void longCellsAreCut() {
        Rows rows = new Rows();
        session()
                .read(
                        ReadQuery.of(
                                "SELECT %s AS long, 'short' AS short"
                                        .formatted(longText(3_000_000)),
                                session().limits().withResult(10, 1 << 20, 100)),
                        rows);
        Cell cell = rows.cells().getFirst().getFirst();
        assertThat(cell.cut()).isTrue();
        assertThat(cell.text()).isEqualTo("x".repeat(100));
        assertThat(rows.cells().getFirst().get(1).cut()).isFalse();
    }

    @Test
    void rowsBytesAndTheReaderEndAResult() {
        String numbers =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n ORDER BY i";
        Rows rows = new Rows();
        SessionLimits limits = session().limits();
        ReadResult all = session().read(ReadQuery.of(numbers, limits), rows);
        assertThat(all.ending()).isEqualTo(Ending.ALL);
        assertThat(all.rows()).isEqualTo(5000);
        assertThat(rows.texts().get(4999)).containsExactly("5000");
        assertThat(
                        session()
                                .read(
                                        ReadQuery.of(numbers, limits.withResult(7, 1000, 10)),
                                        new Rows()))
                .satisfies(result -> {
                    assertThat(result.ending()).isEqualTo(Ending.ROWS_MAX);
                    assertThat(result.rows()).isEqualTo(7);
                });
        assertThat(
                        session()
                                .read(
                                        ReadQuery.of(numbers, limits.withResult(5000, 20, 10)),
                                        new Rows()))
                .satisfies(result -> {
                    assertThat(result.ending()).isEqualTo(Ending.BYTES_MAX);
                    assertThat(result.rows()).isLessThan(20);
                });
        RowSink first =
                new RowSink() {
                    @Override
                    public void columns(List<ResultColumn> columns) {}

                    @Override
                    public boolean row(List<Cell> cells) {
                        return false;
                    }
                };
        assertThat(session().read(ReadQuery.of(numbers, limits), first).ending())
                .isEqualTo(Ending.STOPPED);
    }

    @Test
    void nothingIsWritten() {
        List<List<String>> before = everything();
        for (String write : writes()) {
            assertThatThrownBy(() -> Rows.of(session(), write))
                    .as(write)
                    .isInstanceOf(SourceException.class);
            session().reset();
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(session().structure().tables()).hasSize(5);
    }

    private List<List<String>> everything() {
        return Rows.of(session(), "SELECT * FROM %s.customer ORDER BY id".formatted(schema()))
                .texts();
    }

    @Test
    void mistakesInSqlAreToldAndTheSessionGoesOn() {
        assertThatThrownBy(() -> Rows.of(session(), "SELECT FROM FROM"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_SQL))
                .hasMessageContaining("FROM");
        assertThatThrownBy(() -> Rows.of(session(), "SELECT * FROM gone_table"))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.UNKNOWN_OBJECT))
                .hasMessageContaining("gone_table");
        assertThat(Rows.of(session(), "SELECT 1").texts()).containsExactly(List.of("1"));
    }

    @Test
    void timeLimitsHold() {
        long begin = System.nanoTime();
        SourceException failure =
                catchThrowableOfType(
                        SourceException.class,
                        () ->
                                session()
                                        .read(
                                                ReadQuery.of(
                                                        endlessQuery(),
                                                        session()
                                                                .limits()
                                                                .withStatementTimeout(
                                                                        Duration.ofMillis(300))),
                                                new Rows()));
        assertThat(failure.code()).isEqualTo(Code.TIMED_OUT);
        assertThat(seconds(begin)).isLessThan(2.3);
        assertThat(Rows.of(session(), "SELECT 1").texts()).containsExactly(List.of("1"));
    }

    @Test
    void aCancelEndsWhatRunsAndLastsUntilTheReset() {
        CompletableFuture<Long> cancel =
                CompletableFuture.supplyAsync(
                        () -> {
                            long asked = System.nanoTime();
                            session().cancel();
                            return asked;
                        },
                        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        assertThatThrownBy(() -> Rows.of(session(), endlessQuery()))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
        assertThat(seconds(cancel.join())).isLessThan(2.0);
        assertThatThrownBy(() -> Rows.of(session(), "SELECT 1"))
                .isInstanceOf(SourceException.class);
        session().reset();
        assertThat(Rows.of(session(), "SELECT 1").texts()).containsExactly(List.of("1"));
    }

    protected static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    @Test
    void thePlanOfAQueryIsToldWithoutRunningIt() {
        String plan =
                session()
                        .plan(
                                ReadQuery.of(
                                        "SELECT * FROM %s.customer".formatted(schema()),
                                        session().limits()));
        assertThat(plan).contains("customer");
    }

    @Test
    void equalStructuresHaveEqualHashesAndChangesChangeThem() throws SQLException, IOException {
        String before = table("customer").structureHash();
        String other = table("region").structureHash();
        assertThat(table("customer").structureHash()).isEqualTo(before).isNotEqualTo(other);
        change(address(), "ALTER TABLE customer ADD COLUMN added integer DEFAULT 7");
        String added = table("customer").structureHash();
        assertThat(added).isNotEqualTo(before);
        change(address(), "CREATE INDEX another ON customer (balance)");
        assertThat(table("customer").structureHash()).isNotEqualTo(added);
        assertThat(table("region").structureHash()).isEqualTo(other);
    }

    @Test
    void fingerprintsStayWhileNothingChangesAndShowEveryChange() throws SQLException, IOException {
        Fingerprint before = fingerprint("customer");
        assertThat(fingerprint("customer").sameAs(before)).isTrue();
        for (String sql :
                List.of(
                        "INSERT INTO customer (id, balance) VALUES (3, 1)",
                        "UPDATE customer SET balance = 2 WHERE id = 3",
                        "DELETE FROM customer WHERE id = 3")) {
            change(address(), sql);
            Fingerprint after = fingerprint("customer");
            assertThat(after.sameAs(before)).as(sql).isFalse();
            before = after;
        }
        assertThat(fingerprint("customer").sameAs(before)).isTrue();
    }

    @Test
    void theStructuresMarkShowsEveryChangeOfItAndNoneOfTheRows() throws SQLException, IOException {
        String before = structureMark();
        change(address(), "INSERT INTO customer (id, balance) VALUES (3, 1)");
        assertThat(structureMark()).isEqualTo(before);
        for (String sql :
                List.of(
                        "ALTER TABLE customer ADD COLUMN marked integer",
                        "ALTER TABLE customer RENAME COLUMN marked TO unmarked",
                        "CREATE INDEX marked ON customer (balance)",
                        "DROP INDEX marked",
                        "CREATE VIEW marked AS SELECT 1 AS one",
                        "DROP VIEW marked")) {
            change(address(), sql);
            String after = structureMark();
            assertThat(after).as(sql).isNotEqualTo(before);
            before = after;
        }
    }

    protected String structureMark() {
        try (SourceSession fresh = Sources.open(address(), SessionLimits.standard())) {
            return fresh.structureMark().orElseThrow();
        }
    }

    /** In a session of its own: one that saw the past may keep seeing it. */
    protected Fingerprint fingerprint(String name) {
        try (SourceSession fresh = Sources.open(address(), SessionLimits.standard())) {
            Structure structure = fresh.structure();
            return fresh.fingerprints(structure).stream()
                    .filter(print -> print.table().equals(new TableName(schema(), name)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void everyTableThatIsProfiledIsHandedOver() {
        List<Table> tables = session().structure().tables();
        List<TableName> handedOver = new java.util.ArrayList<>();
        session()
                .profile(
                        tables,
                        ProfileRequest.standard(ProfileRequest.Depth.FULL),
                        profile -> handedOver.add(profile.table()));
        assertThat(handedOver)
                .containsExactlyInAnyOrderElementsOf(tables.stream().map(Table::name).toList());
    }

    @Test
    void theRoleOfTheContractIsKnown() {
        assertThat(session().rolePowers().role()).isNotNull();
    }

    @Test
    void profileOfEveryTableIsMeasuredWhateverItsTypes() {
        for (ProfileRequest.Depth depth : ProfileRequest.Depth.values()) {
            List<TableProfile> profiles = new ArrayList<>();
            Structure structure = session().structure();
            session().profile(structure.tables(), ProfileRequest.standard(depth), profiles::add);
            assertThat(profiles)
                    .extracting(TableProfile::table)
                    .containsExactlyElementsOf(
                            structure.tables().stream().map(Table::name).toList());
            assertThat(profiles).allSatisfy(profile -> assertThat(profile.problem()).isNull());
        }
    }

    @Test
    void profileCountsExactlyAndKeepsAllOfFewValues() throws SQLException, IOException {
        change(
                address(),
                "CREATE TABLE measured (id integer PRIMARY KEY, status varchar(9), amount integer)");
        change(
                address(),
                """
                INSERT INTO measured
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
                SELECT i, CASE i % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'done' END, i * 2 FROM n
                """);
        Table table =
                session().structure().table(new TableName(schema(), "measured")).orElseThrow();
        List<TableProfile> profiles = new ArrayList<>();
        session()
                .profile(
                        List.of(table),
                        ProfileRequest.standard(ProfileRequest.Depth.FULL),
                        profiles::add);
        TableProfile profile = profiles.getFirst();
        assertThat(profile.rows()).isEqualTo(Count.exactly(500));
        ColumnProfile status = profile.columns().get(1);
        assertThat(status.nulls()).isEqualTo(Count.exactly(167));
        assertThat(status.completeness()).isEqualTo(Completeness.ALL_VALUES);
        assertThat(status.values())
                .containsExactly(
                        new ProfiledValue("done", false, 167),
                        new ProfiledValue("open", false, 166));
        ColumnProfile amount = profile.columns().get(2);
        assertThat(Objects.requireNonNull(amount.min()).text()).isEqualTo("2");
        assertThat(Objects.requireNonNull(amount.max()).text()).isEqualTo("1000");
        assertThat(amount.samples()).hasSize(50);
    }
}
