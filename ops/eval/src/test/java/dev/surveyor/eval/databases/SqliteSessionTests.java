package dev.surveyor.eval.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.SpiderFolder;
import dev.surveyor.eval.equality.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSessionTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir Path folder;

    private SpiderFolder spider;
    private SqlSession session;

    @BeforeEach
    void openADatabase() throws Exception {
        spider = SpiderFolder.in(folder);
        session = SqlSession.open(new Access(Dialect.SQLITE, spider.url("pets_1"), null));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Execution run(String sql) {
        return session.run(sql, 100, LONG);
    }

    @Test
    void rowsComeBackAsTheyAreStored() {
        assertThat(run("SELECT Kind, Weight FROM Pet WHERE Id < 3 ORDER BY Id;"))
                .isEqualTo(
                        new Execution.Ran(
                                Rows.of(List.of(List.of("dog", 20.5), List.of("cat", 4))), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO Owner VALUES (9, 'Eve')",
                "DROP TABLE Pet",
                "CREATE TEMP TABLE t AS SELECT 1",
                "PRAGMA user_version = 7",
                "VACUUM INTO 'FOLDER/copy.sqlite'",
                "ATTACH 'FOLDER/other.sqlite' AS other",
                "SELECT load_extension('FOLDER/x')",
                "SELECT 1; DROP TABLE Pet",
                "DELETE FROM Pet RETURNING Id"
            })
    void nothingThatWritesOrReachesOtherFilesRuns(String sql) throws Exception {
        byte[] before = Files.readAllBytes(spider.file("pets_1"));
        run(sql.replace("FOLDER", folder.toString()));
        assertThat(run("SELECT count(*) FROM Pet"))
                .isEqualTo(new Execution.Ran(Rows.of(List.of(List.of(5))), false));
        assertThat(Files.readAllBytes(spider.file("pets_1"))).isEqualTo(before);
        assertThat(folder.resolve("copy.sqlite")).doesNotExist();
        assertThat(folder.resolve("other.sqlite")).doesNotExist();
    }

    @Test
    void aStatementWithoutEndIsStoppedAndTheSessionGoesOn() {
        String endless =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        assertThat(session.run(endless, 1, Duration.ofMillis(50)))
                .isInstanceOfSatisfying(
                        Execution.Broke.class,
                        broke -> assertThat(broke.reason()).startsWith("No rows within"));
        assertThat(run("SELECT 1")).isInstanceOf(Execution.Ran.class);
    }

    @Test
    void rowsBeyondTheLimitAreCutAndSaidToBe() {
        assertThat(session.run("SELECT Id FROM Pet ORDER BY Id", 2, LONG))
                .isEqualTo(new Execution.Ran(Rows.of(List.of(List.of(1), List.of(2))), true));
        assertThat(session.run("SELECT Id FROM Pet WHERE Id < 3 ORDER BY Id", 2, LONG))
                .isEqualTo(new Execution.Ran(Rows.of(List.of(List.of(1), List.of(2))), false));
    }

    @Test
    void whatIsWrongWithTheSqlIsSaid() {
        assertThat(run("SELECT colour FROM Pet"))
                .isInstanceOfSatisfying(
                        Execution.Broke.class,
                        broke -> assertThat(broke.reason()).contains("no such column: colour"));
    }

    @Test
    void aLaneChangesDatabasesAsItIsAsked() throws SQLException {
        try (Lane lane = new Lane()) {
            for (String database : List.of("pets_1", "pets_2", "pets_1")) {
                Access access = new Access(Dialect.SQLITE, spider.url(database), null);
                assertThat(lane.run(access, "SELECT file FROM pragma_database_list", 1, LONG))
                        .isInstanceOfSatisfying(
                                Execution.Ran.class,
                                ran ->
                                        assertThat(ran.rows().cells().toString())
                                                .contains(database + ".sqlite"));
            }
            Access gone = new Access(Dialect.SQLITE, spider.url("pets_1") + ".gone", null);
            assertThat(lane.run(gone, "SELECT 1", 1, LONG)).isInstanceOf(Execution.Broke.class);
        }
    }
}
