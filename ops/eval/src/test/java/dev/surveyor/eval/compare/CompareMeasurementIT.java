package dev.surveyor.eval.compare;

import static dev.surveyor.eval.SpiderFolder.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.CommandRun;
import dev.surveyor.eval.SpiderFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareMeasurementIT {

    @TempDir Path data;
    @TempDir Path results;

    @Test
    void questionsAreGainedLostOrUnchanged() throws Exception {
        SpiderFolder.in(data)
                .questions(
                        List.of(
                                question("q9", "pets_1", "SELECT count(*) FROM Pet"),
                                question("q10", "pets_1", "SELECT count(*) + 0 FROM Pet"),
                                question("q11", "pets_1", "SELECT Name FROM Owner"),
                                question("q12", "pets_3", "SELECT Name FROM Owner")));
        Path right = results.resolve("right");
        Path wrong = results.resolve("wrong");
        CommandRun.of("ask", "--spider", data, "--engine", "gold", "--out", right);
        CommandRun.of("ask", "--spider", data, "--engine", "wrong-gold", "--out", wrong);

        CommandRun better = CommandRun.of("compare", wrong, right);
        assertThat(better.out()).contains("2 gained: q10, q11", "1 right in both: q9", "0 lost");
        assertThat(better.lastLine())
                .isEqualTo("RESULT gained=2 lost=0 unchanged=1 only_a=0 only_b=0");
        CommandRun worse = CommandRun.of("compare", right, wrong, "--list", "1");
        assertThat(worse.out()).contains("2 lost: q10 and 1 more");

        Path records = wrong.resolve("records.jsonl");
        Files.write(
                records,
                Files.readAllLines(records).stream()
                        .filter(line -> !line.contains("\"q9\""))
                        .toList());
        assertThat(CommandRun.of("compare", right, wrong).lastLine())
                .isEqualTo("RESULT gained=0 lost=2 unchanged=0 only_a=1 only_b=0");
    }

    @Test
    void aFolderWithoutARunIsNamed() {
        CommandRun run = CommandRun.of("compare", data, results);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("There is no run in " + data);
    }
}
