package dev.surveyor.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.CommandRun;
import dev.surveyor.eval.SpiderFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalMeasurementIT {

    @TempDir Path data;
    @TempDir Path results;

    /** The question's id is its wording's end. */
    private static String question(String id, String database, String... goldTables) {
        String tables =
                String.join(", ", Arrays.stream(goldTables).map("\"%s\""::formatted).toList());
        return SpiderFolder.question(id, database, "SELECT 1")
                .replace("}", ", \"gold_tables\": [" + tables + "]}");
    }

    private CommandRun run(String finder, Path out, Object... more) {
        List<Object> arguments =
                new ArrayList<>(
                        List.of("retrieval", "--spider", data, "--finder", finder, "--out", out));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void whatIsFoundIsCounted() throws Exception {
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("pets_1.Pet pets_1.Owner", "pets_1", "Pet", "Owner"),
                                question("pets_2.pet", "pets_1", "Pet"),
                                question("pets_2.x a.a a.b a.c a.d pets_2.Pet", "pets_2", "Pet"),
                                question("it fails", "pets_3", "Pet"),
                                SpiderFolder.question("no gold", "pets_1", "SELECT 1")));
        CommandRun run = run("scripted", results);
        assertThat(run.lastLine())
                .as(run.err())
                .startsWith(
                        "RESULT questions=4 table_recall5=25.00 table_recall15=50.00 all5=25.00"
                                + " db1=50.00 db3=")
                .contains(" retrieve_p50_ms=", " retrieve_p95_ms=", " bm25_table_recall5=");
        assertThat(run.out()).contains("recall@15", "not asked, no gold_tables: 1");
        assertThat(results.resolve("summary.json")).exists();
        assertThat(Files.readAllLines(results.resolve("records.jsonl")))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("it fails", "failed", "no idea"));
    }

    @Test
    void theReferenceFindsTablesOfDatabasesKnownByTheirSchemaAlone() throws Exception {
        SpiderFolder.in(data)
                .questions(List.of(question("weights of the pets 3", "pets_3", "Pet")));
        assertThat(run("words", results).lastLine())
                .startsWith("RESULT questions=1 table_recall5=100.00 table_recall15=100.00");
    }

    @Test
    void theProductsOwnWayIsFittedToOnePartAndMeasured() throws Exception {
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("weights of the pets", "pets_1", "Pet"),
                                question("names of owners", "pets_2", "Owner"),
                                question("what owners are called", "pets_3", "Owner")));
        Path weights = results.resolve("weights.properties");
        String command = "retrieval --split %s --fit " + weights + " --spider " + data;
        assertThat(CommandRun.of((Object[]) command.formatted("report").split(" ")).err())
                .contains("say --split fit");
        assertThat(CommandRun.of((Object[]) command.formatted("fit").split(" ")).lastLine())
                .startsWith("RESULT questions=");
        assertThat(weights).content().contains("connection.meaning=", "table.threshold=");
        assertThat(
                        run("surveyor", results.resolve("found"), "--set", "weights=" + weights)
                                .lastLine())
                .startsWith("RESULT questions=3 table_recall5=");
        assertThat(run("surveyor", results.resolve("fitted")).lastLine())
                .contains("questions=3 ", " table_recall15=100.00 ", " bm25_db1=");
    }

    @Test
    void twoRunsAreCompared() throws Exception {
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("a pets_1.Pet", "pets_1", "Pet"),
                                question("who weighs what", "pets_1", "Owner")));
        Path words = results.resolve("words");
        Path scripted = results.resolve("scripted");
        run("words", words);
        run("scripted", scripted);
        assertThat(CommandRun.of("compare", words, scripted).lastLine())
                .startsWith("RESULT gained=0 lost=0 unchanged=2");
        assertThat(run("scripted", words).err())
                .contains("another configuration", "finder", "--restart");
        assertThat(run("scripted", words, "--restart").status()).isZero();
    }

    @Test
    void theSameRunAgainBeginsAnew() throws Exception {
        SpiderFolder.in(data).questions(List.of(question("a pets_1.Pet", "pets_1", "Pet")));
        run("scripted", results);
        assertThat(run("scripted", results).status()).isZero();
        assertThat(Files.readAllLines(results.resolve("records.jsonl"))).hasSize(1);
    }

    @Test
    void allDatabasesAreSearchedWhicheverSplitIsAsked() throws Exception {
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("x pets_1.Pet", "pets_1", "Pet"),
                                question("x pets_2.Pet", "pets_2", "Pet"),
                                question("x pets_3.Pet", "pets_3", "Pet")));
        int asked = 0;
        for (String split : List.of("fit", "calibrate", "report")) {
            CommandRun run = run("scripted", results.resolve(split), "--split", split);
            asked += Integer.parseInt(run.lastLine().replaceAll(".*questions=(\\d+).*", "$1"));
        }
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void whatCannotRunSaysWhy() throws Exception {
        SpiderFolder spider = SpiderFolder.in(data);
        spider.questions(List.of(SpiderFolder.question("a", "pets_1", "SELECT 1")));
        assertThat(run("words", results).err()).contains("\"gold_tables\"");
        spider.questions(List.of(question("a", "pets_1", "Pett")));
        CommandRun wrong = run("words", results);
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("Question \"a\"", "\"gold_tables\"", "\"Pett\"", "pets_1");
        spider.questions(List.of(question("it breaks off", "pets_1", "Pet")));
        assertThat(run("scripted", results).err()).contains("The finder cannot run.");
        CommandRun unknown = run("oracle", results);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there are: ", "words", "scripted");
    }
}
