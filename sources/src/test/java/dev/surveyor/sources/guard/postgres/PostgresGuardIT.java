package dev.surveyor.sources.guard.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.GuardedRun;
import dev.surveyor.sources.ReadResult;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.TestServer;
import dev.surveyor.sources.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresGuardIT {

    private static final TableName STAFF = new TableName("public", "staff");

    private static final String SLOW_AFTER_FIFTY_ROWS =
            "SELECT g FROM generate_series(1, 60) g UNION ALL SELECT count(*) FROM"
                    + " generate_series(1, 10000000) a, generate_series(1, 20) b";

    private static SourceSession session;
    private static StatementRules rules;
    private static Structure structure;

    @BeforeAll
    static void open() throws java.sql.SQLException {
        session =
                Sources.open(
                        TestServer.of(18)
                                .database(
                                        """
                                        CREATE SCHEMA secret;
                                        CREATE TABLE secret.keys (k text);
                                        CREATE TABLE staff (id int PRIMARY KEY, name text, email text, wage numeric, region text, hired date);
                                        INSERT INTO staff VALUES (1, 'Ann', 'ann@x', 10, 'north', '2020-05-06'), (2, 'Bob', 'bob@x', 20, 'south', '2021-07-08');
                                        CREATE TABLE parts (id int, region text) PARTITION BY LIST (region);
                                        CREATE TABLE parts_north PARTITION OF parts FOR VALUES IN ('north');
                                        CREATE TABLE parts_south PARTITION OF parts FOR VALUES IN ('south');
                                        INSERT INTO parts VALUES (1, 'north'), (2, 'south');
                                        CREATE VIEW names AS SELECT name, region FROM staff;
                                        CREATE VIEW leaking AS SELECT k FROM secret.keys;
                                        CREATE MATERIALIZED VIEW kept AS SELECT name FROM staff;
                                        CREATE FUNCTION mine(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
                                        CREATE FUNCTION lower(staff) RETURNS text LANGUAGE sql AS 'SELECT $1.email';
                                        """),
                        SessionLimits.standard());
        rules = session.statementRules();
        structure = session.structure();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static Policies policies(List<RowFilter> filters, List<Mask> masks) {
        return new Policies(
                List.of("public"),
                List.of(),
                List.of(),
                List.of(new ColumnName(STAFF, "wage")),
                filters,
                masks,
                List.of(),
                List.of());
    }

    private static Guard guard(Policies policies, Map<String, String> attributes) {
        return new Guard(rules, rules.judge(structure, policies, attributes), GuardLimits.STANDARD);
    }

    private static Guard plain() {
        return guard(policies(List.of(), List.of()), Map.of());
    }

    private static Guard filtered() {
        return guard(
                policies(
                        List.of(
                                new RowFilter(STAFF, "region = asker.region"),
                                new RowFilter(
                                        new TableName("public", "parts"), "region = 'north'")),
                        List.of(
                                new Mask(new ColumnName(STAFF, "email"), Mask.Kind.PARTIAL),
                                new Mask(new ColumnName(STAFF, "hired"), Mask.Kind.YEAR))),
                Map.of("region", "north"));
    }

    private static List<String> rows(Guard guard, String sql) {
        Collected rows = new Collected(Integer.MAX_VALUE);
        assertThat(guard.run(sql, session, rows)).isInstanceOf(GuardedRun.Ran.class);
        return rows.lines;
    }

    /** Rows as lines, until there are enough. */
    private static final class Collected implements RowSink {

        private final List<String> lines = new ArrayList<>();
        private final int wanted;

        Collected(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void columns(List<ResultColumn> columns) {
            assertThat(columns).isNotEmpty();
        }

        @Override
        public boolean row(List<Cell> cells) {
            lines.add(String.join("|", cells.stream().map(Cell::text).toList()));
            return lines.size() < wanted;
        }
    }

    private static GuardRule refusal(Guard guard, String sql) {
        return guard.check(sql, session) instanceof Verdict.Refused refused
                ? refused.refusal().rule()
                : GuardRule.SERVER;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    SELECT wage FROM staff ~ UNKNOWN_COLUMN
                    SELECT * FROM staff ~ WHOLE_ROW
                    SELECT s FROM staff s ~ WHOLE_ROW
                    SELECT lower(s) FROM staff s ~ WHOLE_ROW
                    SELECT k FROM secret.keys ~ UNKNOWN_TABLE
                    SELECT k FROM leaking ~ VIEW
                    SELECT mine(1) ~ FUNCTION
                    SELECT pg_sleep(1) ~ FUNCTION
                    SELECT 'staff'::regclass ~ TYPE
                    SELECT ctid FROM parts ~ SYSTEM_COLUMN
                    SELECT * FROM pg_class ~ SYSTEM_CATALOG
                    SELECT 1; SELECT 2 ~ ONE_STATEMENT
                    DELETE FROM parts ~ NOT_A_QUERY
                    SELECT * FROM parts FOR UPDATE ~ LOCKING
                    SELECT * INTO x FROM parts ~ INTO
                    WITH d AS (DELETE FROM parts RETURNING 1) SELECT 1 ~ WRITE_IN_WITH
                    SELECT $1 ~ PARAMETER
                    EXPLAIN (SETTINGS) SELECT 1 ~ EXPLAIN
                    SELECT count(*) FROM generate_series(1, 100000000000) ~ COST
                    """)
    void refusalNamesItsRule(String sql, GuardRule rule) {
        assertThat(refusal(plain(), sql)).isEqualTo(rule);
    }

    @Test
    void rowsAreFilteredByTheAskersAttributesAndMasked() {
        assertThat(rows(filtered(), "SELECT name, email, hired FROM staff"))
                .containsExactly("Ann|a***|2020-01-01");
    }

    @Test
    void filterHoldsInViewsPartitionsAndJoins() {
        assertThat(rows(filtered(), "SELECT name FROM names")).containsExactly("Ann");
        assertThat(rows(filtered(), "SELECT id FROM parts_south")).isEmpty();
        assertThat(rows(filtered(), "SELECT p.id, s.name FROM parts p JOIN staff s USING (id)"))
                .containsExactly("1|Ann");
        assertThat(refusal(filtered(), "SELECT * FROM kept")).isEqualTo(GuardRule.VIEW);
        assertThat(refusal(filtered(), "EXPLAIN SELECT id FROM staff"))
                .isEqualTo(GuardRule.EXPLAIN);
    }

    @Test
    void conditionOfTheAskerNeverMeetsAFilteredRow() {
        assertThat(rows(filtered(), "SELECT id FROM staff WHERE 1 / (2 - id) > 0"))
                .containsExactly("1");
    }

    @Test
    void missingAttributeRefusesTheTable() {
        Guard guard =
                guard(
                        policies(List.of(new RowFilter(STAFF, "region = asker.region")), List.of()),
                        Map.of());
        assertThat(refusal(guard, "SELECT id FROM staff")).isEqualTo(GuardRule.POLICY);
    }

    @Test
    void shadowedFunctionIsPinnedToTheSystems() {
        assertThat(rows(plain(), "SELECT lower(name) FROM staff ORDER BY id"))
                .containsExactly("ann", "bob");
    }

    @Test
    void whatRunsIsThePrintedText() {
        assertThat(plain().check("select /* a */ NAME from staff -- b", session))
                .isEqualTo(
                        new Verdict.Accepted(
                                "SELECT name FROM (SELECT id, name, email, region, hired FROM public.staff) AS staff",
                                "SELECT name FROM (SELECT id, name, email, region, hired FROM public.staff) AS staff",
                                java.util.Set.of("public.staff")));
    }

    @Test
    void whatTheCallerDoesNotKnowIsNotThere() {
        List<Table> tables =
                structure.tables().stream()
                        .filter(table -> table.name().name().startsWith("staff"))
                        .map(table ->
                                new Table(
                                        table.name(),
                                        table.kind(),
                                        table.columns().subList(0, 2),
                                        table.keys(),
                                        table.relations(),
                                        table.checks(),
                                        table.indexes(),
                                        table.estimate(),
                                        table.partitions(),
                                        table.rowSecurity(),
                                        table.owner(),
                                        table.comment()))
                        .toList();
        Structure known =
                new Structure(
                        structure.dialect(),
                        structure.server(),
                        structure.database(),
                        structure.schemas(),
                        tables);
        Guard guard =
                new Guard(rules, rules.judge(known, Policies.NONE, Map.of()), GuardLimits.STANDARD);
        assertThat(rows(guard, "SELECT id, name FROM staff ORDER BY id"))
                .containsExactly("1|Ann", "2|Bob");
        assertThat(refusal(guard, "SELECT email FROM staff")).isEqualTo(GuardRule.UNKNOWN_COLUMN);
        assertThat(refusal(guard, "SELECT * FROM staff")).isEqualTo(GuardRule.WHOLE_ROW);
        assertThat(refusal(guard, "SELECT id FROM parts")).isEqualTo(GuardRule.UNKNOWN_TABLE);
        assertThat(refusal(guard, "SELECT id FROM parts_north")).isEqualTo(GuardRule.UNKNOWN_TABLE);
        assertThat(refusal(guard, "SELECT name FROM names")).isEqualTo(GuardRule.UNKNOWN_TABLE);
    }

    @Test
    void groupsOfAKeyLetTheOtherColumnsStand() {
        assertThat(rows(plain(), "SELECT s.name, count(*) FROM staff s GROUP BY s.id ORDER BY 1"))
                .containsExactly("Ann|1", "Bob|1");
        assertThat(rows(filtered(), "SELECT id, email FROM staff GROUP BY 1 ORDER BY hired"))
                .containsExactly("1|a***");
        assertThat(refusal(plain(), "SELECT name FROM staff GROUP BY region"))
                .isEqualTo(GuardRule.SERVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    SELECT g FROM generate_series(1, 20000) g ~ ROWS_MAX ~ 10000
                    SELECT repeat('x', 1000) FROM generate_series(1, 9000) g ~ BYTES_MAX ~ 5242
                    SELECT 1 ~ ALL ~ 1
                    """)
    void resultIsCutAndSaysWhy(String sql, ReadResult.Ending ending, long count) {
        Collected rows = new Collected(Integer.MAX_VALUE);
        assertThat(plain().run(sql, session, rows))
                .isInstanceOfSatisfying(
                        GuardedRun.Ran.class,
                        ran -> {
                            assertThat(ran.result().ending()).isEqualTo(ending);
                            assertThat(ran.result().rows()).isEqualTo(count);
                        });
        assertThat(rows.lines).hasSize((int) count);
    }

    @Test
    void cellIsCutOnTheServer() {
        assertThat(
                        rows(
                                        plain(),
                                        "SELECT repeat('x', n) FROM generate_series(50000000, 50000000) n")
                                .getFirst())
                .hasSize(32 << 10);
    }

    @Test
    void planOfAHugeConstantIsRefusedBeforeItIsTaken() {
        assertThat(refusal(plain(), "SELECT repeat('x', 30000000)")).isEqualTo(GuardRule.PLAN);
        assertThat(session.usable()).isTrue();
    }

    @Test
    void readerThatWantsNoMoreStopsTheRun() {
        Collected rows = new Collected(3);
        assertThat(plain().run("SELECT generate_series(1, 100000000)", session, rows))
                .isInstanceOfSatisfying(
                        GuardedRun.Ran.class,
                        ran ->
                                assertThat(ran.result().ending())
                                        .isEqualTo(ReadResult.Ending.STOPPED));
        assertThat(rows.lines).hasSize(3);
    }

    @Test
    void cancelEndsARunWhoseReaderHasGone() {
        Guard guard = plain();
        RowSink gone =
                new RowSink() {
                    @Override
                    public void columns(List<ResultColumn> columns) {
                        assertThat(columns).hasSize(1);
                    }

                    @Override
                    public boolean row(List<Cell> cells) {
                        session.cancel();
                        return true;
                    }
                };
        assertThatThrownBy(() -> guard.run(SLOW_AFTER_FIFTY_ROWS, session, gone))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.code()).isEqualTo(SourceException.Code.CANCELLED));
        session.reset();
        assertThat(rows(guard, "SELECT 1")).containsExactly("1");
    }

    @Test
    void trustedViewReadsWhatTheCallerDoesNotKnow() {
        Policies trusting =
                new Policies(
                        List.of(),
                        List.of("secret"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new TableName("public", "leaking")));
        Structure known =
                new Structure(
                        structure.dialect(),
                        structure.server(),
                        structure.database(),
                        structure.schemas(),
                        structure.tables().stream()
                                .filter(table -> table.name().name().equals("leaking"))
                                .toList());
        Guard guard =
                new Guard(rules, rules.judge(known, trusting, Map.of()), GuardLimits.STANDARD);
        assertThat(rows(guard, "SELECT count(*) FROM leaking")).containsExactly("0");
        assertThat(refusal(guard, "SELECT k FROM secret.keys")).isEqualTo(GuardRule.UNKNOWN_TABLE);
    }
}
