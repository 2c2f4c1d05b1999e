package dev.surveyor.eval.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.sqlshape.Construct;
import dev.surveyor.eval.sqlshape.Hardness;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTests {

    private static final Map<String, String> CONFIGURATION = Map.of("engine", "gold");

    @TempDir Path folder;

    private static Score score(String id) {
        return new Score(
                id,
                "pets",
                Hardness.EXTRA,
                Set.of(Construct.SET_OPERATION, Construct.NOT_IN),
                Standing.EMPTY_GOLD,
                Result.NOT_ASKED,
                true,
                "SELECT 'é\n'",
                null,
                0.25,
                17);
    }

    @Test
    void scoresAreReadAsTheyWereKept() {
        try (RunFolder run = RunFolder.open(folder, CONFIGURATION, false)) {
            run.add(score("a"));
            run.add(score("b"));
            assertThat(RunFolder.scoresIn(folder)).isEqualTo(run.scores());
        }
        try (RunFolder run = RunFolder.open(folder, CONFIGURATION, false)) {
            assertThat(run.scores()).containsOnlyKeys("a", "b").containsValue(score("b"));
        }
    }

    @Test
    void aRestartForgetsEverything() {
        try (RunFolder run = RunFolder.open(folder, CONFIGURATION, false)) {
            run.add(score("a"));
        }
        try (RunFolder run = RunFolder.open(folder, Map.of("engine", "other"), true)) {
            assertThat(run.scores()).isEmpty();
        }
    }

    @Test
    void oneRunAtATimeWritesToAFolder() {
        try (RunFolder run = RunFolder.open(folder, CONFIGURATION, false)) {
            run.add(score("a"));
            assertThatThrownBy(() -> RunFolder.open(folder, CONFIGURATION, true))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("Another run is writing");
            assertThat(RunFolder.scoresIn(folder)).containsOnlyKeys("a");
        }
    }

    @Test
    void aFolderWithoutARunIsSaidToBeNone() {
        assertThatThrownBy(() -> RunFolder.scoresIn(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("There is no run in");
    }
}
