package dev.surveyor.eval.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.SpiderFolder;
import dev.surveyor.eval.databases.Databases;
import dev.surveyor.eval.databases.Lane;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.questions.Question.Gold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldResultsTests {

    @TempDir Path folder;

    private final Lane lane = new Lane();
    private GoldResults golds;

    @BeforeEach
    void fillTheDatabases() throws Exception {
        SpiderFolder.in(folder);
        golds = new GoldResults(Databases.spiderFiles(folder), lane, Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        lane.close();
    }

    private GoldResult of(String database, Gold gold) {
        return golds.of(
                new Question("q", database, "?", Expectation.ANSWER, gold, null, List.of()));
    }

    private GoldResult.Known known(String sql) {
        GoldResult result = of("pets_1", new Gold(sql, null, null, null, true));
        assertThat(result).isInstanceOf(GoldResult.Known.class);
        return (GoldResult.Known) result;
    }

    private static Rows column(@Nullable Object... cells) {
        return Rows.of(Arrays.stream(cells).map(Arrays::asList).toList());
    }

    @Test
    void rowsOfTheFileGoBeforeWhatTheSqlGives() {
        GoldResult result =
                of("pets_1", new Gold("SELECT Id FROM Owner", null, column(7), null, true));
        assertThat(result)
                .isInstanceOfSatisfying(
                        GoldResult.Known.class,
                        gold -> assertThat(gold.rows()).isEqualTo(column(7)));
    }

    @Test
    void withoutRowsInTheFileTheSqlIsRun() {
        assertThat(known("SELECT Name FROM Owner").rows()).isEqualTo(column("Ann", "Bob", "Cem"));
    }

    @Test
    void whereThereIsNothingToRunTheReasonIsGiven() {
        assertThat(of("pets_3", new Gold("SELECT 1", null, null, null, true)))
                .isEqualTo(new GoldResult.Unknown("its database is known by its schema alone"));
        assertThat(of("pets_1", new Gold("SELECT 1", null, null, null, false)))
                .isEqualTo(new GoldResult.Unknown("its file says that the gold gives no rows"));
        assertThat(of("pets_1", new Gold("SELECT x FROM y", null, null, null, true)))
                .isInstanceOfSatisfying(
                        GoldResult.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("no such table: y"));
    }

    @Test
    void orderCountsWhereTheSqlSorts() {
        assertThat(known("SELECT Name FROM Owner").accepts(column("Cem", "Ann", "Bob"))).isTrue();
        assertThat(
                        known("SELECT Name FROM Owner ORDER BY Name")
                                .accepts(column("Cem", "Ann", "Bob")))
                .isFalse();
    }

    @Test
    void theFileMaySayThatOrderDoesNotCount() {
        Gold gold = new Gold("SELECT Name FROM Owner ORDER BY Name", null, null, false, true);
        assertThat(of("pets_1", gold))
                .isInstanceOfSatisfying(
                        GoldResult.Known.class,
                        known -> assertThat(known.accepts(column("Cem", "Ann", "Bob"))).isTrue());
    }

    @Test
    void rowsWithEqualKeysMayComeInAnyOrder() {
        GoldResult.Known gold = known("SELECT Id FROM Pet ORDER BY Kind");
        assertThat(gold.rows()).isEqualTo(column(2, 4, 1, 3, 5));
        assertThat(gold.accepts(column(4, 2, 3, 1, 5))).isTrue();
        assertThat(gold.accepts(column(1, 3, 2, 4, 5))).isFalse();
    }

    @Test
    void rowsOfTheFileWithoutADatabaseStandStrictly() {
        Gold gold = new Gold("SELECT a FROM t ORDER BY b", null, column(1, 2), true, true);
        assertThat(of("pets_3", gold))
                .isInstanceOfSatisfying(
                        GoldResult.Known.class,
                        known -> {
                            assertThat(known.accepts(column(2, 1))).isFalse();
                            assertThat(known.tied()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Pet ORDER BY Weight DESC LIMIT 1",
                "SELECT Id FROM Pet ORDER BY Kind LIMIT 3",
                "SELECT Id, Kind AS what FROM Pet ORDER BY what LIMIT 1",
                "SELECT Id, Kind FROM Pet ORDER BY 2 LIMIT 1",
                "SELECT Kind FROM Pet GROUP BY Kind ORDER BY count(*) DESC LIMIT 1",
                "SELECT Kind FROM Pet GROUP BY Kind ORDER BY count(*) DESC LIMIT 1 OFFSET 1",
                "SELECT * FROM Pet ORDER BY Weight DESC LIMIT 1",
                "SELECT Name FROM Owner LIMIT 1",
                "SELECT Kind, Owner_Id FROM Pet UNION SELECT Kind, Owner_Id FROM Pet ORDER BY Kind"
                        + " LIMIT 1"
            })
    void aLimitThatCutsThroughEqualRowsIsATie(String sql) {
        assertThat(known(sql).tied()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Pet ORDER BY Weight LIMIT 1",
                "SELECT Id FROM Pet ORDER BY Kind LIMIT 2",
                "SELECT Id FROM Pet ORDER BY Weight DESC, Id LIMIT 1",
                "SELECT Id FROM Pet ORDER BY Kind LIMIT 100",
                "SELECT Id FROM Pet ORDER BY Kind",
                "SELECT Weight FROM Pet ORDER BY Weight DESC LIMIT 1",
                "SELECT Kind FROM Pet ORDER BY Weight DESC LIMIT 1",
                "SELECT DISTINCT Kind FROM Pet ORDER BY Kind LIMIT 1",
                "SELECT Name FROM Owner WHERE Id = 1 LIMIT 1"
            })
    void aLimitThatLeavesNoChoiceIsNone(String sql) {
        assertThat(known(sql).tied()).isFalse();
    }
}
