package dev.surveyor.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class EvaluationTests {

    @TempDir Path folder;

    /** Registered for tests: a measurement is known by its service line alone. */
    @Command(name = "nothing")
    public static final class Nothing implements Measurement {

        @Override
        public ResultLine call() {
            return ResultLine.empty().with("nothing", 0);
        }
    }

    @Test
    void helpNamesEveryMeasurementOnTheClassPath() {
        CommandRun help = CommandRun.of("--help");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("ask", "check", "compare", "golden", "retrieval", "nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "check", "compare", "golden", "retrieval"})
    void everyMeasurementExplainsItself(String what) {
        CommandRun help = CommandRun.of(what, "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("Usage: surveyor eval " + what)
                .doesNotContain("RESULT questions");
    }

    @Test
    void theLastLineOfOutputIsTheResult() {
        CommandRun run = CommandRun.of("nothing");
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("RESULT nothing=0\n");
    }

    @Test
    void aWrongCommandLineExitsWithTwo() {
        assertThat(CommandRun.of().status()).isEqualTo(2);
        assertThat(CommandRun.of("guess").status()).isEqualTo(2);
        assertThat(CommandRun.of("nothing", "--loud").status()).isEqualTo(2);
        assertThat(CommandRun.of("ask", "--engine", "gold").err())
                .contains("--spider DIR or --questions FILE");
        assertThat(CommandRun.of("ask", "--spider", folder, "--engine", "gold", "--parallel", "0"))
                .satisfies(run -> assertThat(run.status()).isEqualTo(2));
    }

    @Test
    void aFolderThatIsNotThereExitsWithOneAndSaysWhatBelongsThere() {
        CommandRun run = CommandRun.of("ask", "--spider", folder.resolve("no"), "--engine", "gold");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("tables.json", "database/<id>/<id>.sqlite");
    }

    @Test
    void anUnknownEngineIsAnsweredWithTheKnownOnes() throws Exception {
        SpiderFolder.in(folder)
                .questions(List.of(SpiderFolder.question("q", "pets_1", "SELECT Name FROM Owner")));
        CommandRun run = CommandRun.of("ask", "--spider", folder, "--engine", "oracle");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("gold, wrong-gold, scripted");
    }

    @Test
    void severalQuestionFilesNeedAChoice() throws IOException {
        Files.writeString(folder.resolve("tables.json"), "[]");
        Files.writeString(folder.resolve("a.jsonl"), "");
        Files.writeString(folder.resolve("b.jsonl"), "");
        assertThat(CommandRun.of("check", "--spider", folder).err())
                .contains("2 .jsonl files", "--questions FILE");
        CommandRun chosen =
                CommandRun.of(
                        "check",
                        "--spider",
                        folder,
                        "--questions",
                        folder.resolve("a.jsonl"),
                        "--out",
                        folder.resolve("out"));
        assertThat(chosen.lastLine())
                .isEqualTo(
                        "RESULT golds=0 accepted=0 exceptions=0 wrong_refused=0 wrong_equal=0"
                                + " disputed=0");
    }
}
