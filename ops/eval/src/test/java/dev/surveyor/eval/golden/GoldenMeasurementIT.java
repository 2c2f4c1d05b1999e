package dev.surveyor.eval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.CommandRun;
import dev.surveyor.eval.databases.ScratchPostgres;
import dev.surveyor.eval.questions.BundledQuestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenMeasurementIT {

    @TempDir static Path server;

    @TempDir Path results;

    private CommandRun golden(String engine, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("golden", "--engine", engine, "--out", results));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void everyGoldIsAcceptedAndEveryQuestionWithoutAnAnswerDeclined() {
        CommandRun run = golden("gold", "--scratch", server);
        assertThat(run.status()).as(run.err()).isZero();
        int questions = BundledQuestions.beside(GoldenMeasurement.class, "shop").questions().size();
        assertThat(run.lastLine())
                .startsWith(
                        "RESULT golden=100.0 golden_declined=100.0 questions="
                                + questions
                                + " failed=0 p50_ms=")
                .containsPattern(" p95_ms=\\d+$");
    }

    @Test
    void theWrongGoldIsRefusedOnAShopThatIsThereAlready() {
        String shop = ScratchPostgres.start(server).shop(step -> {}).url();
        CommandRun run = golden("wrong-gold", "--postgres", shop);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.lastLine())
                .startsWith("RESULT golden=0.0 golden_declined=0.0 ")
                .contains(" failed=0 ");
    }

    @Test
    void aDatabaseWithoutTheShopIsSaidToBeNone() {
        CommandRun run = golden("gold", "--postgres", ScratchPostgres.start(server).url());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--postgres does not show the demo shop", "sales.orders");
    }
}
