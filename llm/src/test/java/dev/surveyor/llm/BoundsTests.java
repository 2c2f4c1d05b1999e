package dev.surveyor.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.surveyor.llm.LlmException.Code;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bounds that all providers share, tried with one of them. */
class BoundsTests {

    private static final long SOON_MILLIS = 5_000;

    private final ScriptedModel server = ScriptedModel.start();

    @AfterEach
    void close() {
        server.close();
    }

    private TestModel model(Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.putIfAbsent("provider", "ollama");
        all.put("base-url", server.ollamaUrl());
        return new TestModel(all);
    }

    private static void assertFails(Code code, ThrowingCallable call) {
        assertThatExceptionOfType(LlmException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aProviderThatFailsIsLeftAloneAndTriedAgainByOne() {
        server.always(Reply.status(500));
        try (TestModel model =
                model(Map.of("circuit-failures", 3, "circuit-pause", "5s", "retries", 0))) {
            for (int i = 0; i < 3; i++) {
                assertFails(Code.PROVIDER_FAILED, () -> model.complete("How many?"));
            }
            assertFails(Code.UNREACHABLE, () -> model.complete("How many?"));
            assertThat(server.requests()).hasSize(3);

            model.passTime(Duration.ofSeconds(6));
            assertFails(Code.PROVIDER_FAILED, () -> model.complete("How many?"));
            model.passTime(Duration.ofSeconds(6));
            assertFails(Code.UNREACHABLE, () -> model.complete("How many?"));
            assertThat(server.requests()).hasSize(4);

            model.passTime(Duration.ofSeconds(6));
            server.always(Reply.text("42"));
            assertThat(model.complete("How many?").text()).isEqualTo("42");
            assertThat(model.complete("How many?").text()).isEqualTo("42");
        }
    }

    @Test
    void aQuestionThatTheProviderWillNotAnswerSaysNothingAgainstTheNext() {
        server.always(Reply.status(400));
        try (TestModel model = model(Map.of("circuit-failures", 1))) {
            assertFails(Code.REFUSED, () -> model.complete("How many?"));
            assertFails(Code.REFUSED, () -> model.complete("How many?"));
        }
    }

    @Test
    void soManyAreAskedAtATimeSoManyWaitAndTheOthersAreTold() throws Exception {
        server.always(Reply.hanging());
        Cancellation first = new Cancellation();
        Cancellation second = new Cancellation();
        try (TestModel model = model(Map.of("concurrency", 1, "queue-size", 1));
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Completion> asked =
                    others.submit(() -> model.get().complete(model.request("How many?"), first));
            assertThat(server.awaitRequest(SOON_MILLIS)).isTrue();
            Future<Completion> waiting =
                    others.submit(() -> model.get().complete(model.request("How many?"), second));
            while (model.waiting() == 0) {
                Thread.onSpinWait();
            }

            assertFails(Code.BUSY, () -> model.complete("How many?"));
            assertThat(server.requests()).hasSize(1);

            second.cancel();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(waiting::get)
                    .withMessageContaining("cancelled");
            first.cancel();
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(asked::get);

            server.always(Reply.text("42"));
            assertThat(model.complete("How many?").text()).isEqualTo("42");
        }
    }

    @Test
    void whoWaitsTooLongIsTold() throws Exception {
        server.always(Reply.hanging());
        Cancellation first = new Cancellation();
        try (TestModel model = model(Map.of("concurrency", 1, "queue-wait", "50ms"));
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Completion> asked =
                    others.submit(() -> model.get().complete(model.request("How many?"), first));
            assertThat(server.awaitRequest(SOON_MILLIS)).isTrue();

            assertFails(Code.BUSY, () -> model.complete("How many?"));

            first.cancel();
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(asked::get);
        }
    }

    @Test
    void aQuestionStopsAskingWhenItsTokensAreSpent() {
        server.always(Reply.text("42").tokens(300, 100));
        try (TestModel model = model(Map.of("question-tokens-max", 700))) {
            ModelRequest request = model.request("How many?");
            model.get().complete(request, new Cancellation());
            model.get().complete(request, new Cancellation());

            assertFails(Code.OVER_BUDGET, () -> model.get().complete(request, new Cancellation()));
            assertThat(server.requests()).hasSize(2);
            assertThatNoException().isThrownBy(() -> model.complete("How many?"));
        }
    }

    @Test
    void aPersonStopsAskingWhenTheDaysTokensAreSpent() {
        server.always(Reply.text("42").tokens(30, 10));
        try (TestModel model = model(Map.of("day-tokens-max", 300, "max-tokens", 100))) {
            model.complete("How many?");
            model.complete("How many?");
            model.complete("How many?");
            assertFails(Code.OVER_BUDGET, () -> model.complete("How many?"));
        }
    }

    @Test
    void aPromptThatIsTooLongIsNotSent() {
        try (TestModel model = model(Map.of("context-tokens", 512))) {
            assertFails(Code.TOO_LONG, () -> model.complete("many words ".repeat(400)));
            assertFails(Code.TOO_LONG, () -> model.complete("x".repeat(1_000_000)));
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anAnswerMayBeAsLongAsTheContextHasRoomFor() {
        try (TestModel model = model(Map.of("context-tokens", 512))) {
            model.complete("How many?");
        }
        assertThat(server.requests().getFirst().json().path("options").path("num_predict").asInt())
                .isBetween(300, 500);
    }

    @Test
    void ollamaIsUsedWhereItAnswersAndIsAskedForThatOnceInAWhile() {
        try (TestModel model = model(Map.of("provider", "auto"))) {
            assertThat(model.get().availability().ready()).isTrue();
            assertThat(model.complete("How many?").text()).isNotEmpty();

            server.models("other:1b");
            assertThat(model.get().availability().ready()).isTrue();
            model.passTime(Duration.ofSeconds(20));
            assertThat(model.get().availability().sentence()).contains("ollama pull qwen2.5:3b");
            assertFails(Code.NOT_CONFIGURED, () -> model.complete("How many?"));
        }
    }

    @Test
    void thereIsNoModelWhereOllamaDoesNotAnswer() {
        server.close();
        try (TestModel model = model(Map.of("provider", "auto"))) {
            assertThat(model.get().availability().ready()).isFalse();
            assertThatExceptionOfType(LlmException.class)
                    .isThrownBy(() -> model.complete("How many?"))
                    .withMessageContaining("surveyor.llm.provider")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.NOT_CONFIGURED));
        }
    }

    @Test
    void noModelSaysHowToGetOne() {
        try (TestModel model = model(Map.of("provider", "none"))) {
            assertThat(model.get().availability().ready()).isFalse();
            assertThat(model.get().name().toString()).isEqualTo("none");
            assertFails(Code.NOT_CONFIGURED, () -> model.complete("How many?"));
        }
    }

    @Test
    void aProviderWithoutModelOrKeySaysWhichPropertyIsMissing() {
        try (TestModel model = model(Map.of("provider", "openai"))) {
            assertThat(model.get().availability().sentence()).contains("surveyor.llm.model");
            assertFails(Code.NOT_CONFIGURED, () -> model.complete("How many?"));
        }
        try (TestModel model = model(Map.of("provider", "anthropic", "model", "m"))) {
            assertThat(model.get().availability().sentence()).contains("surveyor.llm.api-key");
        }
    }

    @Test
    void whatIsClosedSaysSo() {
        TestModel model = model(Map.of());
        model.complete("How many?");
        model.close();

        assertFails(Code.STOPPED, () -> model.complete("How many?"));
    }
}
