package dev.surveyor.bench.slowreader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.PlayedServer;
import dev.surveyor.bench.asked.PlayedServer.Said;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the experiment says of servers that cut a slow reader off, late, and not. */
class StallTests {

    /** Streams rows until its query is over, which then ends in one way or another. */
    private record Rows(String last) implements PlayedServer.Part {

        @Override
        public Said answer(String question) {
            return Said.answer("");
        }

        @Override
        public void stream(String question, PlayedServer.Events events) throws IOException {
            events.event("session", "{\"runId\":\"00000000-0000-0000-0000-000000000001\"}");
            events.event("rows", "{\"rows\":[[1]]}");
        }

        @Override
        public void events(PlayedServer.Events events) throws IOException {
            events.event("rows", "{\"rows\":[[1]]}");
            events.event("error", "{\"code\":\"%s\"}".formatted(last));
        }
    }

    private static Report report(String end, long underWayMillis) throws Exception {
        AtomicLong begun = new AtomicLong();
        try (ScriptedModel model = ScriptedModel.start();
                PlayedServer server = new PlayedServer(new Rows(end));
                Asker asker = server.asker();
                PrintStream nowhere =
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Stall stall =
                    new Stall(
                            asker,
                            () -> {
                                begun.compareAndSet(0, System.nanoTime());
                                long passed = (System.nanoTime() - begun.get()) / 1_000_000;
                                return passed < underWayMillis ? 1 : 0;
                            });
            return SlowReaderExperiment.stallAll(
                    new Workplace(Path.of("."), 1, 7, nowhere), model, stall);
        }
    }

    @Test
    void oneWhoIsCutOffAtOnceIsNoHarm() throws Exception {
        Report report = report("cancelled", 0);
        assertThat(Objects.requireNonNull(report.results().get("cut_s")).doubleValue())
                .isLessThan(1);
        assertThat(report.remarks()).containsExactly("Lost: 0 of 1 readers were not cut off.");
    }

    @Test
    void aQueryThatGoesOnIsTold() throws Exception {
        assertThat(
                        Objects.requireNonNull(report("cancelled", 400).results().get("cut_s"))
                                .doubleValue())
                .isGreaterThan(0.39);
    }

    @Test
    void oneWhoIsNotCutOffIsCounted() throws Exception {
        assertThat(report("broken", 0).remarks())
                .contains("Lost: 1 of 1 readers were not cut off.");
    }
}
