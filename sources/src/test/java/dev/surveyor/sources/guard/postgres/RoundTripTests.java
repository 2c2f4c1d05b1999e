package dev.surveyor.sources.guard.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is read as the same tree again. */
class RoundTripTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "SELECT 1 + 2 * 3 - -4 ^ 5 ^ 6, NOT a AND b OR c, -x, a || b || c || 'd'",
                "SELECT a.b[1:2], (c).d.e, (f(x)).*, ARRAY[[1, 2], [3, 4]][1][2], x::int[]::text",
                "SELECT E'a\\'b\\\\c', U&'d\\0061', $x$ ' $x$, B'01', X'1F', N'n', 'it''s'",
                "SELECT \"Quoted\"\"Name\", \"select\", t.\"from\" FROM \"T\" AS t",
                "SELECT x BETWEEN SYMMETRIC 1 AND 2, y NOT IN (1, 2), z IN (SELECT 1), q LIKE 'a' ESCAPE 'b'",
                "SELECT a IS NOT DISTINCT FROM b, c IS JSON OBJECT WITH UNIQUE KEYS, d IS NFC NORMALIZED, e IS NULL",
                "SELECT a = ANY (ARRAY[1]), b <> ALL (SELECT 1), c LIKE ANY ('{a}'), d OPERATOR(s.+) e",
                "SELECT CASE WHEN a THEN b ELSE c END, CASE x WHEN 1 THEN 2 END, ROW(1, 2), (1, 2), ROW()",
                "SELECT extract(year FROM x), substring(a FROM 1 FOR 2), overlay(a PLACING b FROM 1), trim(LEADING 'x' FROM a), position('a' IN b)",
                "SELECT f(DISTINCT a, VARIADIC b ORDER BY c DESC NULLS LAST) FILTER (WHERE d) OVER (w PARTITION BY e ROWS BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE TIES) FROM t WINDOW w AS (ORDER BY g)",
                "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a), g(x => 1, y := 2)",
                "SELECT interval '1' day, interval(2) '1', timestamp(3) with time zone 'x', numeric(3, 1) '1', double precision '1'",
                "SELECT * FROM a LEFT JOIN b USING (c) AS d CROSS JOIN LATERAL f(a.x) WITH ORDINALITY AS g (h, i) NATURAL JOIN (SELECT 1) AS j",
                "SELECT * FROM (a JOIN b ON true) AS k (l), ONLY m TABLESAMPLE system (1) REPEATABLE (2), ROWS FROM (f(1), g(2) AS (n int)) AS o",
                "SELECT * FROM XMLTABLE('/a' PASSING x COLUMNS b int PATH 'b' DEFAULT 1 NOT NULL, c FOR ORDINALITY) AS t",
                "SELECT * FROM JSON_TABLE(j, '$' COLUMNS (a int PATH '$.a' NULL ON EMPTY, NESTED PATH '$.b' COLUMNS (c text))) AS t",
                "SELECT JSON_OBJECT('a': 1 ABSENT ON NULL), JSON_QUERY(a, '$' RETURNING text OMIT QUOTES NULL ON ERROR), JSON_ARRAY(SELECT 1)",
                "(SELECT 1 UNION ALL SELECT 2) INTERSECT SELECT 3 EXCEPT (SELECT 4 ORDER BY 1) ORDER BY 1 LIMIT 5 OFFSET 6",
                "SELECT a FROM t GROUP BY DISTINCT a, ROLLUP (b, (c, d)), GROUPING SETS (CUBE (e), (), f) HAVING count(*) > 1",
                "WITH RECURSIVE a (b) AS NOT MATERIALIZED (VALUES (1) UNION SELECT b FROM a) SEARCH BREADTH FIRST BY b SET c CYCLE b SET d TO 1 DEFAULT 0 USING e SELECT * FROM a",
                "SELECT DISTINCT ON (a, b) c FROM t ORDER BY a USING <, b FETCH FIRST 3 ROWS WITH TIES",
                "EXPLAIN (ANALYZE true, FORMAT json) SELECT 1",
            })
    void printIsReadAgain(String sql) {
        Statement once = Parser.statement(sql);
        String printed = Printer.print(once, new AsWritten());
        assertThat(Parser.statement(printed)).as(printed).isEqualTo(once);
    }
}
