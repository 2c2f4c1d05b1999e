package dev.surveyor.sources.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.surveyor.catalog.Check;
import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Column.Generation;
import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.ColumnType.Form;
import dev.surveyor.catalog.Fingerprint;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.sources.DialectContract;
import dev.surveyor.sources.ReadQuery;
import dev.surveyor.sources.RolePowers;
import dev.surveyor.sources.Rows;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PostgreSQL has beyond the contract; once per server version. */
abstract class PostgresContract extends DialectContract {

    private final int version;

    PostgresContract(int version) {
        this.version = version;
    }

    private TestServer server() {
        return TestServer.of(version);
    }

    @Override
    protected SourceAddress database(String script) throws SQLException {
        return server().database(script);
    }

    @Override
    protected void change(SourceAddress changed, String sql) throws SQLException {
        server().executeAndCount(changed.database(), sql);
    }

    private void change(String sql) throws SQLException {
        change(address(), sql);
    }

    @Override
    protected String schema() {
        return "public";
    }

    @Override
    protected String endlessQuery() {
        return "SELECT count(*) FROM generate_series(1, 1000000000000) AS n";
    }

    @Override
    protected String longText(int length) {
        return "repeat('x', %d)".formatted(length);
    }

    @Override
    protected List<String> writes() {
        return List.of(
                "INSERT INTO public.customer (id) VALUES (9)",
                "WITH d AS (DELETE FROM public.customer RETURNING id) SELECT * FROM d",
                "CREATE TABLE public.t (a int)",
                "SELECT nextval('public.s')",
                "SET TRANSACTION READ WRITE",
                "SELECT * FROM public.customer FOR UPDATE",
                "SELECT 1; COMMIT; BEGIN READ WRITE; DELETE FROM public.customer; COMMIT",
                "COPY public.customer TO PROGRAM 'true'");
    }

    private Column column(String table, String name) {
        return table(table).column(name).orElseThrow();
    }

    @Test
    void typesAreToldInFull() throws SQLException {
        change(
                """
                CREATE SCHEMA other;
                CREATE TYPE other.mood AS ENUM ('sad', 'it''s ok', 'happy');
                CREATE DOMAIN other.email AS varchar(80) CHECK (VALUE LIKE '%@%');
                CREATE TYPE other.place AS (street text, numbers int[]);
                CREATE TABLE typed (m other.mood, ms other.mood[], e other.email, p other.place,
                                    ps other.place[], r int4range, t timestamp(3) with time zone, h text COLLATE "C");
                """);
        ColumnType mood = column("typed", "m").type();
        assertThat(mood.name()).isEqualTo("other.mood");
        assertThat(mood.labels()).containsExactly("sad", "it's ok", "happy");
        ColumnType moods = column("typed", "ms").type();
        assertThat(moods.form()).isEqualTo(Form.ARRAY);
        assertThat(moods.base()).isEqualTo(mood);
        ColumnType email = column("typed", "e").type();
        assertThat(email.form()).isEqualTo(Form.DOMAIN);
        assertThat(email.family()).isEqualTo(TypeFamily.TEXT);
        assertThat(email.base()).isNotNull();
        ColumnType place = column("typed", "p").type();
        assertThat(place.fields())
                .containsExactly(
                        new ColumnType.Field("street", "text"),
                        new ColumnType.Field("numbers", "integer[]"));
        assertThat(column("typed", "r").type().form()).isEqualTo(Form.RANGE);
        assertThat(column("typed", "t").type().name()).isEqualTo("timestamp(3) with time zone");
        assertThat(column("typed", "h").collation()).isEqualTo("C");
    }

    @Test
    void sameNamesInTwoSchemasAreTwoTables() throws SQLException {
        change(
                "CREATE SCHEMA twin; CREATE TABLE twin.customer (a int); COMMENT ON SCHEMA twin IS 'second'");
        Structure structure = session().structure();
        assertThat(structure.tables().stream().filter(t -> t.name().name().equals("customer")))
                .hasSize(2);
        assertThat(structure.schemas().stream().filter(s -> s.name().equals("twin")))
                .singleElement()
                .satisfies(schema -> assertThat(schema.comment()).isEqualTo("second"));
        assertThat(table("customer").columns()).hasSize(6);
    }

    @Test
    void commentsOwnersAndEstimatesAreTold() throws SQLException {
        change(
                "COMMENT ON TABLE customer IS 'who buys'; COMMENT ON COLUMN customer.id IS 'number'; ANALYZE");
        Table customer = table("customer");
        assertThat(customer.comment()).isEqualTo("who buys");
        assertThat(column("customer", "id").comment()).isEqualTo("number");
        assertThat(customer.owner()).isEqualTo(TestServer.SUPERUSER);
        assertThat(customer.estimate().rows()).isEqualTo(2);
        assertThat(customer.estimate().bytes()).isEqualTo(8192);
    }

    @Test
    void identityAndGeneratedColumnsAreKnown() throws SQLException {
        assumeThat(version).isGreaterThanOrEqualTo(12);
        change(
                "CREATE TABLE made (id int GENERATED ALWAYS AS IDENTITY, twice int GENERATED ALWAYS AS (other * 2) STORED, other int)");
        assertThat(column("made", "id").generation()).isEqualTo(Generation.IDENTITY);
        assertThat(column("made", "twice").generation()).isEqualTo(Generation.STORED);
        assertThat(column("made", "twice").defaultExpression()).isEqualTo("(other * 2)");
    }

    @Test
    void partitionsAreOneTable() throws SQLException {
        assumeThat(version).isGreaterThanOrEqualTo(12);
        change(
                """
                CREATE TABLE sale (day date, customer int) PARTITION BY RANGE (day);
                CREATE TABLE sale_1 PARTITION OF sale FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                CREATE TABLE sale_2 (junk int, customer int, day date);
                ALTER TABLE sale_2 DROP junk;
                ALTER TABLE sale ATTACH PARTITION sale_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                ALTER TABLE sale_1 ADD CONSTRAINT s1 FOREIGN KEY (customer) REFERENCES customer;
                ALTER TABLE sale_2 ADD CONSTRAINT s2 FOREIGN KEY (customer) REFERENCES customer;
                INSERT INTO sale SELECT '2024-05-01'::date + n, NULL FROM generate_series(1, 500) n;
                ANALYZE;
                """);
        Table sale = table("sale");
        assertThat(sale.kind()).isEqualTo(TableKind.PARTITIONED_TABLE);
        assertThat(sale.partitions()).isEqualTo(2);
        assertThat(sale.estimate().rows()).isEqualTo(500);
        assertThat(sale.relations())
                .singleElement()
                .satisfies(relation -> {
                    assertThat(relation.columns()).containsExactly("customer");
                    assertThat(relation.origin())
                            .isInstanceOfSatisfying(
                                    Relation.Declared.class,
                                    declared -> assertThat(declared.enforced()).isTrue());
                });
        assertThat(session().structure().tables().stream().map(t -> t.name().name()))
                .doesNotContain("sale_1", "sale_2");
        Fingerprint before = fingerprint("sale");
        change("INSERT INTO sale VALUES ('2025-02-01', NULL)");
        assertThat(fingerprint("sale").sameAs(before)).isFalse();
    }

    @Test
    void materialisedViewsAreRead() throws SQLException {
        change("CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM customer");
        assertThat(table("totals").kind()).isEqualTo(TableKind.MATERIALIZED_VIEW);
        assertThat(column("totals", "n").type().name()).isEqualTo("bigint");
    }

    @Test
    void whatOurRoleMaySelectIsKnown() throws SQLException {
        change(
                """
                DROP ROLE IF EXISTS modest;
                CREATE ROLE modest LOGIN;
                CREATE SCHEMA closed;
                CREATE TABLE closed.t (a int);
                GRANT SELECT ON closed.t TO modest;
                GRANT SELECT ON region TO modest;
                GRANT SELECT (id, email) ON customer TO modest;
                """);
        SourceAddress modest = server().address(address().database(), "modest");
        try (SourceSession session = Sources.open(modest, SessionLimits.standard())) {
            Structure structure = session.structure();
            assertThat(structure.tables())
                    .allSatisfy(table ->
                            assertThat(
                                            table.columns().stream()
                                                    .filter(Column::readable)
                                                    .map(Column::name))
                                    .as(table.name().toString())
                                    .isEqualTo(readable(table)));
            RolePowers powers = session.rolePowers();
            assertThat(powers.role()).isEqualTo("modest");
            assertThat(powers.dangerous()).isFalse();
            assertThat(powers.writable()).isEmpty();
            assertThatThrownBy(() -> Rows.of(session, "SELECT balance FROM public.customer"))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.DENIED));
        }
        change("DROP OWNED BY modest; DROP ROLE modest");
        RolePowers administrator = session().rolePowers();
        assertThat(administrator.dangerous()).isTrue();
        assertThat(administrator.canWrite()).isTrue();
        assertThat(administrator.writable()).contains("public.customer");
    }

    private static List<String> readable(Table table) {
        return switch (table.name().toString()) {
            case "public.region" -> List.of("country", "code", "name");
            case "public.customer" -> List.of("id", "email");
            default -> List.of();
        };
    }

    @Test
    void theScriptForALeastRoleMakesOneThatCanOnlyRead() throws SQLException {
        String database = address().database();
        change("DROP ROLE IF EXISTS \"re\"\"ader\"");
        change(session().dialect().leastPrivilegeScript(database, "re\"ader", List.of("public")));
        SourceAddress reader = server().address(database, "re\"ader");
        try (SourceSession session = Sources.open(reader, SessionLimits.standard())) {
            assertThat(session.rolePowers().dangerous()).isFalse();
            assertThat(session.rolePowers().writable()).isEmpty();
            assertThat(table("customer").readable()).isTrue();
            assertThat(Rows.of(session, "SELECT 1 FROM public.customer").cells()).hasSize(2);
        }
        change("DROP OWNED BY \"re\"\"ader\"; DROP ROLE \"re\"\"ader\"");
    }

    @Test
    void aTableThatSomebodyLocksHoldsNobodyUp() throws SQLException {
        try (Connection other = server().administrator(address().database());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE customer IN ACCESS EXCLUSIVE MODE");
            long begin = System.nanoTime();
            Structure structure = session().structure();
            session().fingerprints(structure);
            session().rolePowers();
            // Whoever waited would have done so for the two seconds of the lock timeout.
            assertThat(seconds(begin)).isLessThan(1.9);
            Table customer = table("customer");
            assertThat(customer.columns()).hasSize(6);
            assertThat(customer.relations()).hasSize(1);
            assertThat(customer.checks().stream().map(Check::expression))
                    .containsExactly((String) null);
            assertThatThrownBy(() ->
                            session()
                                    .plan(
                                            ReadQuery.of(
                                                    "SELECT * FROM public.customer",
                                                    session().limits())))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.LOCKED));
            other.rollback();
        }
        assertThat(table("customer").checks().getFirst().expression()).contains("email");
    }

    @Test
    void fingerprintsAreNotFooled() throws SQLException {
        change("ANALYZE");
        for (String sql :
                List.of(
                        "TRUNCATE customer",
                        "INSERT INTO customer (id) VALUES (1)",
                        "BEGIN; DELETE FROM customer; INSERT INTO customer (id) VALUES (1); COMMIT",
                        "ALTER TABLE customer ADD COLUMN plus int DEFAULT 5",
                        "ALTER TABLE customer ALTER COLUMN plus TYPE text",
                        "DROP TABLE customer CASCADE; CREATE TABLE customer (id int)")) {
            Fingerprint before = fingerprint("customer");
            Fingerprint untouched = fingerprint("region");
            assertThat(fingerprint("customer").sameAs(before)).isTrue();
            change(sql);
            assertThat(fingerprint("customer").sameAs(before)).as(sql).isFalse();
            assertThat(fingerprint("region").sameAs(untouched)).as(sql).isTrue();
        }
        Fingerprint before = fingerprint("region");
        change("ANALYZE region");
        change("VACUUM region");
        assertThat(fingerprint("region").sameAs(before)).isTrue();
        change("SELECT pg_stat_reset()");
        assertThat(fingerprint("region").sameAs(before)).isFalse();
    }

    @Test
    void rightsCommentsAndDefaultsShowInTheStructuresMark() throws SQLException {
        String before = structureMark();
        change("ANALYZE");
        change("CREATE TEMPORARY TABLE passing (id int)");
        assertThat(structureMark()).isEqualTo(before);
        for (String sql :
                List.of(
                        "COMMENT ON COLUMN customer.balance IS 'in cents'",
                        "ALTER TABLE customer ALTER COLUMN balance SET DEFAULT 7",
                        "REVOKE SELECT ON customer FROM PUBLIC; GRANT SELECT ON customer TO PUBLIC",
                        "CREATE TYPE mark AS ENUM ('one')",
                        "ALTER TYPE mark ADD VALUE 'two'")) {
            change(sql);
            String after = structureMark();
            assertThat(after).as(sql).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void viewsChangeWithWhatTheyReadUnlessThatCannotBeTold() throws SQLException {
        change("CREATE VIEW recent AS SELECT * FROM customer WHERE now() > '2020-01-01'");
        assertThat(fingerprint("recent").dataMark()).isEmpty();
        Fingerprint before = fingerprint("rich_customer");
        assertThat(fingerprint("rich_customer").sameAs(before)).isTrue();
        change("UPDATE customer SET balance = 9000");
        assertThat(fingerprint("rich_customer").sameAs(before)).isFalse();
    }

    @Test
    void afterACrashNothingIsTakenForUnchanged()
            throws SQLException, IOException, InterruptedException {
        change("INSERT INTO customer (id) VALUES (7)");
        Fingerprint before = fingerprint("customer");
        server().crash();
        assertThat(fingerprint("customer").sameAs(before)).isFalse();
    }

    @Test
    void valuesOfAnyTypeAreData() {
        List<String> hostile =
                List.of(
                        "'infinity'::timestamptz",
                        "'-infinity'::date",
                        "'4713-01-01 BC'::date",
                        "'NaN'::numeric",
                        "'Infinity'::float8",
                        "1e300::numeric",
                        "12345.67::money",
                        "'1 year 2 mons -3 days 04:05:06.789'::interval",
                        "'{{1,2},{3,NULL}}'::int[]",
                        "ROW(1, NULL, 'a\"b,')",
                        "ARRAY[ROW(1, 'x'), ROW(2, 'y')]",
                        "'[2020-01-01,)'::daterange",
                        "'a fat cat'::tsvector",
                        "'<a>x</a>'::xml",
                        "'{\"a\": [1, null]}'::jsonb",
                        "'(1,2)'::point",
                        "'((0,0),(1,1),(1,0))'::polygon",
                        "B'10101'",
                        "'10.0.0.0/8'::cidr",
                        "'x'::char(5)",
                        "1::regclass",
                        "txid_current_snapshot()",
                        "'\\x00ff'::bytea",
                        "'pg_class'::regclass",
                        "NULL",
                        "pg_sleep(0)");
        for (String value : hostile) {
            Rows rows = Rows.of(session(), "SELECT " + value + " AS v, 1 AS one");
            assertThat(rows.cells()).as(value).hasSize(1);
            assertThat(rows.texts().getFirst().get(1)).isEqualTo("1");
        }
        assertThat(
                        Rows.of(
                                        session(),
                                        "SELECT 12345.67::money, 'infinity'::date, 'x'::char(3), '\\x00ff'::bytea, 'NaN'::float8, true, '{1,NULL}'::int[], '1.2.3.4'::inet")
                                .texts())
                .containsExactly(
                        List.of(
                                "$12,345.67",
                                "infinity",
                                "x  ",
                                "00ff",
                                "NaN",
                                "true",
                                "{1,NULL}",
                                "1.2.3.4"));
    }

    @Test
    void theOrderOfRowsIsTheQuerysAndColumnsMayShareAName() {
        Rows rows =
                Rows.of(
                        session(),
                        "SELECT n AS a, -n AS a, 'x' || n AS a FROM generate_series(1, 100) n ORDER BY n % 7, n DESC; ");
        assertThat(rows.columns().stream().map(c -> c.name())).containsExactly("a", "a", "a");
        assertThat(rows.texts().getFirst()).containsExactly("98", "-98", "x98");
        assertThat(Rows.of(session(), "VALUES (1), (2)").texts()).hasSize(2);
        assertThat(Rows.of(session(), "SHOW transaction_read_only").texts())
                .containsExactly(List.of("on"));
    }

    @Test
    void namesAreLookedUpWhereTheQuerySaysAndNowhereElse() {
        assertThatThrownBy(() -> Rows.of(session(), "SELECT * FROM customer"))
                .isInstanceOf(SourceException.class);
        SessionLimits limits = session().limits();
        Rows rows = new Rows();
        session()
                .read(
                        new ReadQuery(
                                "SELECT id FROM customer",
                                List.of("sch\"ema, x", "public"),
                                limits.statementTimeout(),
                                10,
                                1000,
                                10),
                        rows);
        assertThat(rows.cells()).hasSize(2);
    }

    @Test
    void nothingOfTheLastUserIsLeftAfterAReset() {
        Rows.of(session(), "SELECT pg_advisory_lock(42), set_config('surveyor.mark', 'x', false)");
        session().reset();
        assertThat(
                        Rows.of(
                                        session(),
                                        "SELECT current_setting('surveyor.mark', true), (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')")
                                .texts())
                .allSatisfy(row -> assertThat(row.getLast()).isEqualTo("0"));
    }

    @Test
    void aServerThatIgnoresEveryCancelLosesTheConnection() throws IOException {
        try (SilentProxy proxy = SilentProxy.to(server().port());
                SourceSession session =
                        Sources.open(
                                server().address(
                                                address().database(),
                                                TestServer.SUPERUSER,
                                                proxy.port()),
                                SessionLimits.standard())) {
            assertThat(Rows.of(session, "SELECT 1").texts()).hasSize(1);
            proxy.fallSilent();
            long begin = System.nanoTime();
            assertThatThrownBy(() ->
                            session.read(
                                    ReadQuery.of(
                                            "SELECT 1",
                                            session.limits()
                                                    .withStatementTimeout(Duration.ofMillis(200))),
                                    new Rows()))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.TIMED_OUT));
            assertThat(seconds(begin)).isLessThan(2.2);
            assertThat(session.usable()).isFalse();
        }
    }

    @Test
    void connectingToAServerThatStaysSilentEndsInTime() throws IOException {
        try (SilentProxy proxy = SilentProxy.to(server().port())) {
            proxy.fallSilent();
            long begin = System.nanoTime();
            assertThatThrownBy(() ->
                            Sources.open(
                                    server().address(
                                                    "postgres", TestServer.SUPERUSER, proxy.port()),
                                    SessionLimits.standard()
                                            .withConnectTimeout(Duration.ofSeconds(1))))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE));
            assertThat(seconds(begin)).isLessThan(1.5);
        }
    }

    @Test
    void aCheckedAddressIsTheOneThatIsConnectedToWhateverTheNameSays() {
        SourceAddress wrongName =
                SourceAddress.ofServer(
                                "postgresql",
                                "no-such-host.invalid",
                                server().port(),
                                address().database(),
                                TestServer.SUPERUSER,
                                null)
                        .at(java.net.InetAddress.getLoopbackAddress());
        try (SourceSession session = Sources.open(wrongName, SessionLimits.standard())) {
            assertThat(Rows.of(session, "SELECT 1").texts()).hasSize(1);
        }
    }

    @Test
    void wrongAddressesAreToldApart() {
        assertThatThrownBy(() ->
                        Sources.open(
                                server().address("no_such_database", TestServer.SUPERUSER),
                                SessionLimits.standard()))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.UNKNOWN_OBJECT));
        assertThatThrownBy(() ->
                        Sources.open(
                                server().address("postgres", "nobody_of_that_name"),
                                SessionLimits.standard()))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(Code.REFUSED));
        assertThatThrownBy(() ->
                        Sources.open(
                                server().address("postgres", TestServer.SUPERUSER, 1),
                                SessionLimits.standard()))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE));
    }

    @Test
    void theSameQueriesServeFewTablesAndMany() throws SQLException, IOException {
        change("ALTER DATABASE %s SET log_statement = 'all'".formatted(address().database()));
        long few = statements();
        change(
                "DO $$ BEGIN FOR i IN 1..50 LOOP EXECUTE format('CREATE TABLE many_%s (a int PRIMARY KEY, b text)', i); END LOOP; END $$");
        assertThat(statements()).isEqualTo(few).isBetween(5L, 40L);
    }

    /** How many statements reading the structure takes, by the server's own count. */
    private long statements() throws IOException {
        try (SourceSession session = Sources.open(address(), SessionLimits.standard())) {
            long before = server().notedStatements();
            session.structure();
            return server().notedStatements() - before;
        }
    }
}
