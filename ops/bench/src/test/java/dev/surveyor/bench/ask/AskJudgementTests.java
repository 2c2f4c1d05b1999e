package dev.surveyor.bench.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.PlayedServer;
import dev.surveyor.bench.asked.PlayedServer.Said;
import dev.surveyor.scripted.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the benchmark says of servers that answer well, slowly, and not. */
class AskJudgementTests {

    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final List<String> QUESTIONS = List.of("quick?", "slow?");

    private static Said answer(String question) throws InterruptedException {
        long database = question.equals("slow?") ? 150 : 1;
        Thread.sleep(database + LATENCY.toMillis());
        return Said.answer(",\"sessionId\":\"s\",\"executionTimeMs\":%d".formatted(database));
    }

    @Test
    void theDatabasesTimeIsNoOverhead() throws Exception {
        try (PlayedServer server = new PlayedServer(AskJudgementTests::answer);
                Asker asker = server.asker()) {
            OneByOne alone = new OneByOne(asker, QUESTIONS);
            assertThat(alone.take(4)).allMatch(millis -> millis >= LATENCY.toMillis() - 2);
            assertThat(alone.take(4)).anyMatch(millis -> millis < LATENCY.toMillis() + 100);
            assertThat(alone.ofLittleWork()).containsExactly("quick?");
            assertThat(alone.unanswered()).isZero();
        }
    }

    @Test
    void whatTheServerRefusesBreaksTheRoundOff() throws Exception {
        try (PlayedServer server = new PlayedServer(question -> new Said(503, "{}"));
                Asker asker = server.asker()) {
            assertThatIOException().isThrownBy(() -> new OneByOne(asker, QUESTIONS).take(1));
        }
    }

    @Test
    void answersThatBlameTheServerAreErrorsAndOthersAreNot() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (PlayedServer server =
                        new PlayedServer(question ->
                                switch (asked.getAndIncrement() % 4) {
                                    case 0 -> new Said(500, "{}");
                                    case 1 -> new Said(200, "{\"kind\":\"FAILURE\"}");
                                    default -> answer("quick?");
                                });
                Asker asker = server.asker()) {
            Conversations.Took took =
                    new Conversations(asker, List.of("quick?"), 4, LATENCY).take(2);
            assertThat(took.errors()).isEqualTo(4);
            assertThat(took.overheads()).hasSize(4);
        }
    }

    @Test
    void streamsThatAreNotLetInAreBroken() throws Exception {
        PlayedServer.Part idle =
                new PlayedServer.Part() {
                    @Override
                    public Said answer(String question) {
                        return Said.answer("");
                    }

                    @Override
                    public int statusOfEvents() {
                        return 503;
                    }
                };
        try (ScriptedModel model = ScriptedModel.start();
                PlayedServer server = new PlayedServer(idle);
                Asker asker = server.asker()) {
            try (IdleStreams one = IdleStreams.open(model, asker, 1)) {
                assertThat(one.broken()).isZero();
            }
            try (IdleStreams five = IdleStreams.open(model, asker, 5)) {
                assertThat(five.broken()).isEqualTo(4);
            }
        }
    }
}
