package dev.surveyor.llm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts calls of the model. Its labels are the provider, the outcome and the prompt's name, of
 * which there are as many as there are prompts in this house.
 */
final class ModelMeters implements ModelUse.Listener {

    private static final int PROMPTS_MAX = 50;

    private final MeterRegistry registry;
    private final Set<String> prompts = ConcurrentHashMap.newKeySet();

    ModelMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void used(ModelUse use) {
        Tags provider = Tags.of("provider", use.name().provider());
        Tags labels =
                provider.and(
                        "prompt",
                        bounded(use.prompt()),
                        "outcome",
                        use.failure() == null
                                ? "answered"
                                : use.failure().name().toLowerCase(Locale.ROOT));
        Timer.builder("surveyor.llm.calls")
                .description("Calls of the language model, how long they took, what came of them")
                .tags(labels)
                .register(registry)
                .record(use.took());
        Timer.builder("surveyor.llm.waits")
                .description("How long calls waited for a place among those at a time")
                .tags(provider)
                .register(registry)
                .record(use.waited());
        registry.counter("surveyor.llm.exchanges", provider).increment(use.exchanges());
        registry.counter("surveyor.llm.tokens", provider.and("of", "prompt"))
                .increment(use.usage().promptTokens());
        registry.counter("surveyor.llm.tokens", provider.and("of", "answer"))
                .increment(use.usage().answerTokens());
    }

    private String bounded(String prompt) {
        if (prompts.contains(prompt)) {
            return prompt;
        }
        return prompts.size() < PROMPTS_MAX && prompts.add(prompt) ? prompt : "other";
    }
}
