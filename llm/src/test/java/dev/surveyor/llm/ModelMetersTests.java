package dev.surveyor.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelMetersTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ModelMeters meters = new ModelMeters(registry);

    private static ModelUse use(String prompt, LlmException.Code failure) {
        return new ModelUse(
                new ModelName("ollama", "m", "localhost"),
                prompt,
                1,
                "0",
                new Usage(10, 5, false),
                2,
                Duration.ZERO,
                Duration.ofMillis(3),
                failure);
    }

    @Test
    void countCallsTokensAndWhatCameOfThem() {
        meters.used(use("generate", LlmException.Code.TIMED_OUT));

        assertThat(
                        registry.get("surveyor.llm.calls")
                                .tags("provider", "ollama", "prompt", "generate")
                                .tag("outcome", "timed_out")
                                .timer()
                                .count())
                .isOne();
        assertThat(registry.get("surveyor.llm.tokens").tag("of", "answer").counter().count())
                .isEqualTo(5);
        assertThat(registry.get("surveyor.llm.exchanges").counter().count()).isEqualTo(2);
    }

    @Test
    void haveSoManyLabelsAndNotMore() {
        for (int i = 0; i < 200; i++) {
            meters.used(use("prompt" + i, LlmException.Code.BUSY));
        }
        assertThat(registry.find("surveyor.llm.calls").timers()).hasSize(51);
    }
}
