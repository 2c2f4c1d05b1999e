package dev.surveyor.eval.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.equality.ResultEquality;
import dev.surveyor.eval.equality.RowOrder;
import dev.surveyor.eval.equality.Rows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final String SCRIPT =
            """
            CREATE SCHEMA "eval_it";
            SET search_path="eval_it";
            -- a comment
            CREATE TABLE "kinds" ("id" bigint, "name" text, "born" date, "at" timestamptz, "good" boolean);
            COPY "kinds" FROM stdin;
            1\ta;b\t2020-01-01\t2020-01-01 10:00:00+00\tt
            2\t\\N\t\\N\t\\N\tf
            \\.
            ALTER TABLE "kinds" ADD PRIMARY KEY ("id");
            """;

    @TempDir Path folder;

    @TempDir static Path serverFolder;

    private static String url = "";

    @BeforeAll
    static void startAServer() {
        url = ScratchPostgres.start(serverFolder).url();
    }

    @Test
    void aServerOfThisProcessIsNotStartedAgain() {
        assertThat(ScratchPostgres.start(serverFolder).url()).isEqualTo(url);
    }

    @Test
    void aServerInUseElsewhereIsNotStartedAgain() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> ScratchPostgres.start(folder))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("Another evaluation uses the server");
        }
    }

    @BeforeEach
    void writeAScript() throws IOException {
        Files.createDirectories(folder.resolve("pg"));
        Files.writeString(folder.resolve("pg/Eval_IT.sql"), SCRIPT);
    }

    @AfterEach
    void dropTheSchema() throws SQLException {
        if (!url.isEmpty()) {
            execute("DROP SCHEMA IF EXISTS eval_it CASCADE");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Access load() {
        return Objects.requireNonNull(Databases.spiderScripts(folder, url).access("Eval_IT"));
    }

    private Execution run(String sql, Duration timeMax) {
        try (Lane lane = new Lane()) {
            return lane.run(load(), sql, 100, timeMax);
        }
    }

    @Test
    void aScriptIsLoadedIntoItsOwnSchemaOnce() throws SQLException {
        assertThat(load().schema()).isEqualTo("eval_it");
        execute("INSERT INTO eval_it.kinds (id) VALUES (3)");
        assertThat(run("SELECT count(*) FROM kinds", LONG))
                .isEqualTo(new Execution.Ran(Rows.of(List.of(List.of(3))), false));
    }

    @Test
    void valuesCompareWithWhatSqliteKeeps() {
        Rows kept =
                Rows.of(
                        List.of(
                                List.of("1", "a;b", "2020-01-01 00:00:00", "2020-01-01 10:00", 1),
                                Arrays.asList(2, null, null, null, 0)));
        assertThat(run("SELECT * FROM kinds", LONG))
                .isInstanceOfSatisfying(
                        Execution.Ran.class,
                        ran ->
                                assertThat(ResultEquality.equal(kept, ran.rows(), RowOrder.free()))
                                        .isTrue());
    }

    @Test
    void nothingThatWritesRuns() {
        for (String sql :
                List.of(
                        "DELETE FROM kinds",
                        "WITH d AS (DELETE FROM kinds RETURNING id) SELECT id FROM d",
                        "SELECT 1; COMMIT; DELETE FROM eval_it.kinds",
                        "COMMIT",
                        "CREATE TABLE eval_it.more (id int)",
                        "SELECT setval('no', 1)")) {
            assertThat(run(sql, LONG)).as(sql).isInstanceOf(Execution.Broke.class);
        }
        assertThat(run("SELECT count(*) FROM kinds", LONG))
                .isEqualTo(new Execution.Ran(Rows.of(List.of(List.of(2))), false));
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() {
        assertThat(run("SELECT pg_sleep(60)", Duration.ofMillis(200)))
                .isInstanceOf(Execution.Broke.class);
    }

    @Test
    void aSchemaThatIsNotOursIsLeftAlone() throws SQLException {
        execute("CREATE SCHEMA eval_it");
        assertThatThrownBy(this::load)
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("Eval_IT.sql")
                .hasMessageContaining("already exists");
    }

    @Test
    void aScriptThatBreaksLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("pg/Eval_IT.sql"), SCRIPT.replace("\\.\n", ""));
        assertThatThrownBy(this::load).hasMessageContaining("Data without an end");
        Files.writeString(folder.resolve("pg/Eval_IT.sql"), SCRIPT);
        assertThat(run("SELECT count(*) FROM kinds", LONG))
                .isEqualTo(new Execution.Ran(Rows.of(List.of(List.of(2))), false));
    }
}
