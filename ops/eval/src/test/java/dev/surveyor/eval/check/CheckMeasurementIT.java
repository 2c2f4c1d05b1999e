package dev.surveyor.eval.check;

import static dev.surveyor.eval.SpiderFolder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.surveyor.eval.CommandRun;
import dev.surveyor.eval.SpiderFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMeasurementIT {

    private static final String PROPERTY = "surveyor.eval.spider";

    @TempDir Path data;
    @TempDir Path results;

    @Test
    void goldsAcceptThemselvesAndWhatIsEqual() throws Exception {
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("a", "pets_1", "SELECT count(*) FROM Pet"),
                                question("b", "pets_1", "SELECT count(*) + 0 FROM Pet"),
                                question("c", "pets_1", "SELECT Name, Id FROM Owner"),
                                question("d", "pets_1", "SELECT Id, Name FROM Owner"),
                                question("e", "pets_2", "SELECT count(*) FROM Pet"),
                                question("f", "pets_3", "SELECT count(*) FROM Pet")));
        CommandRun run = CommandRun.of("check", "--spider", data, "--out", results);
        assertThat(run.lastLine())
                .as(run.err())
                .isEqualTo(
                        "RESULT golds=5 accepted=5 exceptions=0 wrong_refused=8 wrong_equal=4"
                                + " disputed=0");
    }

    @Test
    void aGoldThatDoesNotGiveItsRowsIsAnExceptionByName() throws Exception {
        String stale = question("stale", "pets_1", "SELECT count(*) FROM Pet");
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("fine", "pets_1", "SELECT Id FROM Owner"),
                                stale.replace("}", ", \"gold\": [[6]]}")));
        CommandRun run = CommandRun.of("check", "--spider", data, "--out", results);
        assertThat(run.out()).contains("1 other rows: stale");
        assertThat(run.lastLine()).contains("golds=2 accepted=1 exceptions=1");
    }

    @Test
    void everyExceptionIsInTheFileHoweverFewArePrinted() throws Exception {
        String stale = ", \"gold\": [[6]]}";
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("a", "pets_1", "SELECT Id FROM Owner").replace("}", stale),
                                question("b", "pets_1", "SELECT No\\tne FROM Owner")
                                        .replace("}", stale),
                                question("c", "pets_2", "SELECT Id FROM Nobody")
                                        .replace("}", stale),
                                question("d", "pets_2", "SELECT count(*) FROM Owner")));
        CommandRun run = CommandRun.of("check", "--spider", data, "--out", results, "--list", "1");
        Path file = results.resolve("exceptions.tsv");
        assertThat(run.out())
                .contains("2 did not run: b and 1 more", "1 other rows: a", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4).startsWith("id\tdatabase\treason", "a\tpets_1\tother rows");
        assertThat(lines.get(2)).startsWith("b\tpets_1\tdid not run: ");
        assertThat(lines.get(3)).startsWith("c\tpets_2\tdid not run: ").contains("Nobody");
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(3));
        assertThat(results.resolve("disputed.tsv")).content().isEqualTo("pair\n");
    }

    /** Other people's questions, where they are at hand: the scorer has no exception on SQLite. */
    @Test
    void spidersTrainingPartHasNoException() {
        Optional<Path> spider = spiderTrain();
        assumeThat(spider)
                .as("no shared/eval/spider-train above this folder, and no -D%s=DIR", PROPERTY)
                .isPresent();
        CommandRun run = CommandRun.of("check", "--spider", spider.orElseThrow(), "--out", results);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.lastLine())
                .startsWith("RESULT golds=6787 accepted=6787 exceptions=0")
                .endsWith("disputed=0");
    }

    private static Optional<Path> spiderTrain() {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        return Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/eval/spider-train"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
