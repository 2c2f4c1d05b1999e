package dev.surveyor.eval.sqlshape;

import static dev.surveyor.eval.sqlshape.Construct.*;
import static dev.surveyor.eval.sqlshape.Hardness.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlShapeTests {

    static Stream<Arguments> levels() {
        return Stream.of(
                Arguments.of(EASY, "SELECT count(*) FROM cars WHERE cylinders > 4"),
                Arguments.of(EASY, "SELECT name FROM singer ORDER BY age"),
                Arguments.of(EASY, "SELECT DISTINCT country FROM singer WHERE age = 20;"),
                Arguments.of(MEDIUM, "SELECT name, country FROM singer"),
                Arguments.of(MEDIUM, "SELECT avg(age), min(age) FROM singer WHERE age > 1"),
                Arguments.of(MEDIUM, "SELECT name FROM singer WHERE a = 1 OR b = 2"),
                Arguments.of(MEDIUM, "SELECT name FROM singer ORDER BY age DESC LIMIT 1"),
                Arguments.of(MEDIUM, "SELECT name FROM singer WHERE name LIKE '%a%'"),
                Arguments.of(
                        MEDIUM,
                        "SELECT T2.name, count(*) FROM concert AS T1 JOIN stadium AS T2"
                                + " ON T1.stadium_id = T2.stadium_id GROUP BY T1.stadium_id"),
                Arguments.of(
                        HARD,
                        "SELECT T2.name FROM concert AS T1 JOIN stadium AS T2 ON T1.id = T2.id"
                                + " WHERE T1.year = 2014 ORDER BY T2.size"),
                Arguments.of(HARD, "SELECT name FROM stadium WHERE id IN (SELECT id FROM concert)"),
                Arguments.of(
                        HARD,
                        "SELECT country FROM singer WHERE age > 40 INTERSECT SELECT country FROM"
                                + " singer WHERE age < 30"),
                Arguments.of(HARD, "SELECT a FROM t EXCEPT SELECT a FROM u ORDER BY a LIMIT 3"),
                Arguments.of(
                        EXTRA,
                        "SELECT avg(life) FROM country WHERE name NOT IN (SELECT T1.name FROM"
                                + " country AS T1 JOIN language AS T2 ON T1.code = T2.code WHERE"
                                + " T2.language = 'English' AND T2.official = 'T')"),
                Arguments.of(
                        EXTRA,
                        "SELECT T1.name FROM a AS T1 JOIN b AS T2 ON T1.x = T2.x WHERE T2.y = 1"
                                + " GROUP BY T1.name ORDER BY count(*) DESC LIMIT 1"),
                Arguments.of(
                        EXTRA,
                        "SELECT name FROM t WHERE a > (SELECT avg(a) FROM t) AND b IN (SELECT b"
                                + " FROM u)"),
                Arguments.of(UNRATED, "SELECT FROM WHERE"),
                Arguments.of(UNRATED, "DELETE FROM t"));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void hardnessIsThatOfSpidersRules(Hardness expected, String sql) {
        assertThat(SqlShape.of(sql).hardness()).isEqualTo(expected);
    }

    static Stream<Arguments> constructs() {
        return Stream.of(
                Arguments.of("SELECT a FROM t", Set.of()),
                Arguments.of("SELECT a FROM t, u", Set.of(JOIN)),
                Arguments.of(
                        "SELECT count(DISTINCT a) FROM t WHERE b BETWEEN 1 AND 2",
                        Set.of(AGGREGATE, DISTINCT, WHERE, BETWEEN)),
                Arguments.of(
                        "SELECT a FROM t WHERE b NOT IN (SELECT b FROM u WHERE c LIKE 'x%')",
                        Set.of(WHERE, NOT_IN, NESTED, LIKE)),
                Arguments.of(
                        "SELECT a FROM t GROUP BY a HAVING sum(b) > 1 OR a = 2",
                        Set.of(GROUP, HAVING, AGGREGATE, OR)),
                Arguments.of(
                        "SELECT a FROM t UNION SELECT DISTINCT a FROM u ORDER BY a LIMIT 1",
                        Set.of(SET_OPERATION, DISTINCT, ORDER, LIMIT)),
                Arguments.of(
                        "SELECT a FROM (SELECT a FROM t WHERE a = 1) AS s", Set.of(NESTED, WHERE)),
                Arguments.of(
                        "WITH s AS (SELECT a FROM t JOIN u ON t.b = u.b) SELECT a FROM s",
                        Set.of(NESTED, JOIN)),
                Arguments.of(
                        "SELECT a FROM t WHERE a = (SELECT max(a) FROM t)",
                        Set.of(WHERE, NESTED, AGGREGATE)));
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void constructsAreFoundAnywhereInTheQuery(String sql, Set<Construct> expected) {
        assertThat(SqlShape.of(sql).constructs()).isEqualTo(expected);
    }

    @Test
    void wordsAreReadAsTheyAreWritten() {
        for (Hardness level : Hardness.values()) {
            assertThat(Hardness.ofWord(level.word())).contains(level);
        }
        assertThat(Hardness.ofWord("Extra hard")).contains(EXTRA);
        assertThat(Hardness.ofWord("impossible")).isEmpty();
    }
}
