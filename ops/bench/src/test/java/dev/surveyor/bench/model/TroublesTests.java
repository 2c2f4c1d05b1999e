package dev.surveyor.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.PlayedServer;
import dev.surveyor.bench.asked.PlayedServer.Said;
import dev.surveyor.scripted.ScriptedModel;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the experiment says of servers whose answers are clear, empty, and late. */
class TroublesTests {

    private static Report report(PlayedServer.Part part) throws Exception {
        try (ScriptedModel model = ScriptedModel.start();
                Door door = new Door(model.port());
                PlayedServer server = new PlayedServer(part);
                Asker asker = server.asker();
                PrintStream nowhere =
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            return new Troubles(model, door, asker, new Workplace(Path.of("."), 1, 7, nowhere))
                    .all();
        }
    }

    @Test
    void clearAnswersInTimeAreNoHarm() throws Exception {
        Report report = report(question -> Said.answer(""));
        assertThat(report.results()).containsEntry("unclear", 0);
        assertThat(Objects.requireNonNull(report.results().get("fallback_s")).doubleValue())
                .isLessThan(1);
    }

    @Test
    void answersThatSayNothingAreCounted() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Report report =
                report(question ->
                        switch (asked.getAndIncrement() % 10) {
                            case 7 -> new Said(500, "{}");
                            case 8 -> new Said(200, "{\"kind\":\"FAILURE\",\"response\":\"No.\"}");
                            case 9 -> new Said(200, "{\"kind\":\"ANSWER\",\"response\":\" \"}");
                            default -> Said.answer("");
                        });
        int rounds = asked.get() / 10;
        assertThat(Objects.requireNonNull(report.results().get("unclear")).intValue())
                .isBetween(3 * rounds, 3 * rounds + 3);
    }

    @Test
    void lateAnswersAreTold() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Report report =
                report(question -> {
                    if (asked.incrementAndGet() == 50) {
                        // The twelfth trouble's last question: its model fails at once.
                        Thread.sleep(1_500);
                    }
                    return Said.answer("");
                });
        assertThat(Objects.requireNonNull(report.results().get("fallback_s")).doubleValue())
                .isGreaterThan(1.4);
    }
}
