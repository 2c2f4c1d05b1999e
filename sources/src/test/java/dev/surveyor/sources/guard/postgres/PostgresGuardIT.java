package dev.surveyor.sources.guard.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import dev.surveyor.sources.SessionLimits;
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

    private static SourceSession session;
    private static StatementRules rules;

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
        return new Guard(rules, rules.judge(policies, attributes), GuardLimits.STANDARD);
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
        List<String> rows = new ArrayList<>();
        Verdict verdict =
                guard.run(
                        sql,
                        session,
                        new RowSink() {
                            @Override
                            public void columns(List<ResultColumn> columns) {
                                assertThat(columns).isNotEmpty();
                            }

                            @Override
                            public boolean row(List<Cell> cells) {
                                rows.add(String.join("|", cells.stream().map(Cell::text).toList()));
                                return true;
                            }
                        });
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return rows;
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
}
