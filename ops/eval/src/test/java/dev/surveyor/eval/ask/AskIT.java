package dev.surveyor.eval.ask;

import static dev.surveyor.eval.SpiderFolder.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.CommandRun;
import dev.surveyor.eval.Evaluation;
import dev.surveyor.eval.SpiderFolder;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskIT {

    @TempDir Path data;
    @TempDir Path results;

    private SpiderFolder spider;

    @BeforeEach
    void writeQuestions() throws Exception {
        spider = SpiderFolder.in(data);
        List<String> lines = new ArrayList<>();
        for (String database : List.of("pets_1", "pets_2")) {
            lines.add(question(database + "-count", database, "SELECT count(*) FROM Pet"));
            lines.add(question(database + "-names", database, "SELECT Name FROM Owner"));
            lines.add(question(database + "-two", database, "SELECT count(*) + 0 FROM Pet"));
            lines.add(
                    question(
                            database + "-none", database, "SELECT Id FROM Pet WHERE Kind = 'emu'"));
            lines.add(
                    question(
                            database + "-tied",
                            database,
                            "SELECT Id FROM Pet ORDER BY Weight DESC LIMIT 1"));
            lines.add(
                    question(
                            database + "-join",
                            database,
                            "SELECT Name, Kind FROM Owner JOIN Pet ON Owner.Id = Owner_Id"));
        }
        lines.add(question("schema-alone", "pets_3", "SELECT Name FROM Owner"));
        spider.questions(lines);
    }

    private CommandRun ask(String engine, Path out, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("ask", "--spider", data, "--engine", engine, "--out", out));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void theGoldIsAlwaysRight() {
        CommandRun run = ask("gold", results);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.lastLine())
                .startsWith(
                        "RESULT questions=12 accuracy=1.0000 easy=1.0000 medium=1.0000 hard=-"
                                + " extra=- answered=12 clarified=0 declined=0 failed=0"
                                + " empty_gold=2 tied=2 p50_ms=");
        assertThat(run.out())
                .contains("not asked, nothing to compare with: 1")
                .containsPattern("join +2 +2 +100.00%");
    }

    @Test
    void theWrongGoldIsRightByChanceOnly() {
        // The third question counts what the first one counts, in other words.
        CommandRun run = ask("wrong-gold", results);
        assertThat(run.lastLine()).contains("questions=12 accuracy=0.0000", "answered=12");
        assertThat(ask("wrong-gold", results.resolve("again"), "--parallel", "1").out())
                .startsWith(run.out().substring(0, run.out().indexOf("RESULT")));
    }

    @Test
    void aSplitAsksItsDatabasesOnly() {
        CommandRun report = ask("gold", results.resolve("report"), "--split", "report");
        CommandRun fit = ask("gold", results.resolve("fit"), "--split", "fit");
        CommandRun rest = ask("gold", results.resolve("rest"), "--split", "calibrate");
        assertThat(
                        questions(report.lastLine())
                                + questions(fit.lastLine())
                                + questions(rest.lastLine()))
                .isEqualTo(12);
        assertThat(questions(report.lastLine())).isNotEqualTo(12);
    }

    private static int questions(String result) {
        return Integer.parseInt(result.replaceFirst("RESULT questions=(\\d+) .*", "$1"));
    }

    @Test
    void aRunCutAtAnyByteResumesToTheSameSummary() throws IOException {
        ask("wrong-gold", results);
        byte[] records = Files.readAllBytes(results.resolve("records.jsonl"));
        byte[] summary = Files.readAllBytes(results.resolve("summary.json"));
        for (int length = 0; length < records.length; length += records.length / 23) {
            Files.write(results.resolve("records.jsonl"), Arrays.copyOf(records, length));
            Files.delete(results.resolve("summary.json"));
            CommandRun resumed = ask("wrong-gold", results);
            assertThat(resumed.status()).as(resumed.err()).isZero();
            assertThat(results.resolve("summary.json")).hasBinaryContent(summary);
            assertThat(Files.readAllLines(results.resolve("records.jsonl"))).hasSize(13);
        }
    }

    @Test
    void aKilledProcessResumesToTheSameSummary() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(
                    "{\"id\": \"q%d\", \"db_id\": \"pets_1\", \"question\": \"sql: SELECT %d\", \"query\": \"SELECT %d\"}"
                            .formatted(i, i % 3, i % 2));
        }
        spider.questions(lines);
        Path killed = results.resolve("killed");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-D" + ScriptedEngine.HANGS_AFTER + "=17",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Evaluation.class.getName(),
                                "ask",
                                "--spider=" + data,
                                "--engine=scripted",
                                "--out=" + killed)
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().anyMatch("hanging"::equals)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(RunFolder.scoresIn(killed)).hasSizeBetween(15, 17);

        CommandRun resumed = ask("scripted", killed);
        assertThat(resumed.err()).contains("of 40 were asked before");
        CommandRun whole = ask("scripted", results.resolve("whole"));
        assertThat(whole.status()).isZero();
        assertThat(killed.resolve("summary.json"))
                .hasSameBinaryContentAs(results.resolve("whole/summary.json"));
    }

    @Test
    void aRunOfAnotherConfigurationIsRefusedUnlessRestarted() {
        ask("gold", results);
        CommandRun other = ask("wrong-gold", results);
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("it differs in engine", "--restart");
        assertThat(ask("wrong-gold", results, "--restart").status()).isZero();
        assertThat(ask("gold", results, "--split", "fit").status()).isEqualTo(1);
    }

    @Test
    void recordsThatNoRunWroteAreRefused() throws IOException {
        ask("gold", results);
        Files.writeString(results.resolve("records.jsonl"), "{\"id\": 5}\n");
        CommandRun run = ask("gold", results);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("records.jsonl, line 1", "--restart");
    }

    @Test
    void whateverAnEngineDoesIsRecorded() throws IOException {
        spider.questions(
                List.of(
                        scripted("right", "sql: SELECT 5"),
                        scripted("wrong", "sql: SELECT 6"),
                        scripted("rows", "rows: 5"),
                        scripted("broken", "sql: SELECT x"),
                        scripted("writes", "sql: DELETE FROM Pet"),
                        scripted("many", "sql: SELECT a.Id FROM Pet a, Pet b, Pet c"),
                        scripted("clarify", "clarify"),
                        scripted("decline", "decline"),
                        scripted("fail", "fail"),
                        scripted("throw", "throw"),
                        scripted("hang", "hang")));
        CommandRun run = ask("scripted", results, "--seconds", "1", "--parallel", "4");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.lastLine())
                .contains("questions=11 accuracy=0.1818", "answered=4", "clarified=1")
                .contains("declined=1", "failed=5");
        Map<String, Score> scores = RunFolder.scoresIn(results);
        assertThat(scores.values().stream().filter(Score::right).map(Score::id))
                .containsExactlyInAnyOrder("right", "rows");
        assertThat(scores.get("rows"))
                .isNotNull()
                .satisfies(score -> assertThat(score.confidence()).isEqualTo(0.5));
        assertThat(scores.get("broken"))
                .isNotNull()
                .satisfies(score -> {
                    assertThat(score.result()).isEqualTo(Result.FAILED);
                    assertThat(score.reason()).contains("no such column: x");
                    assertThat(score.sql()).isEqualTo("SELECT x");
                });
        assertThat(scores.get("hang"))
                .isNotNull()
                .satisfies(score -> assertThat(score.reason()).contains("within 1 s"));
        assertThat(scores.values())
                .allSatisfy(score -> assertThat(score.standing()).isEqualTo(Standing.COUNTED));
    }

    private static String scripted(String id, String wording) {
        return "{\"id\": \"%s\", \"db_id\": \"pets_1\", \"question\": \"%s\", \"query\": \"SELECT count(*) FROM Pet\"}"
                .formatted(id, wording);
    }

    @Test
    void anEngineThatCannotGoOnEndsTheRun() throws IOException {
        spider.questions(List.of(scripted("a", "sql: SELECT 5"), scripted("b", "stop")));
        CommandRun run = ask("scripted", results);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("The engine's server is gone.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void optionsThatAnEngineDoesNotKnowAreRefused() {
        assertThat(ask("scripted", results, "--set", "a=b").err()).contains("no option [a]");
        assertThat(ask("gold", results, "--set", "a=b").err()).contains("take no options");
    }

    @Test
    void questionsOfOurOwnFormAreAskedOnTheirConnections() throws IOException {
        Path questions = data.resolve("own.jsonl");
        Files.write(
                questions,
                List.of(
                        "{\"id\": \"a\", \"connection\": \"shop\", \"question\": \"sql: SELECT Name"
                                + " FROM Owner ORDER BY 1\", \"rows\": [[\"Ann\"], [\"Bob\"],"
                                + " [\"Cem\"]], \"ordered\": true}",
                        "{\"id\": \"b\", \"connection\": \"shop\", \"question\": \"decline\","
                                + " \"expect\": \"decline\"}",
                        "{\"id\": \"c\", \"connection\": \"shop\", \"question\": \"sql: SELECT 1\","
                                + " \"expect\": \"decline\"}",
                        "{\"id\": \"d\", \"connection\": \"away\", \"question\": \"rows: x\","
                                + " \"rows\": [[\"x\"]]}"));
        CommandRun run =
                CommandRun.of(
                        "ask",
                        "--questions",
                        questions,
                        "--connection",
                        "shop=" + spider.url("pets_1"),
                        "--engine",
                        "scripted",
                        "--out",
                        results);
        assertThat(run.lastLine())
                .as(run.err())
                .contains("questions=4 accuracy=0.7500", "answered=3", "declined=1");
    }
}
