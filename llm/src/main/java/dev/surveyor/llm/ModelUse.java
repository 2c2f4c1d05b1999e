package dev.surveyor.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model, for those who keep count; none of its text is here.
 *
 * @param failure null: it was answered
 * @param exchanges how often the provider was asked: retries and a second asking count
 * @param waited for a place among the calls at a time
 */
public record ModelUse(
        ModelName name,
        String prompt,
        int promptVersion,
        String promptHash,
        Usage usage,
        int exchanges,
        Duration waited,
        Duration took,
        LlmException.@Nullable Code failure) {

    /** Is told of each call when it is over; must be quick. */
    @FunctionalInterface
    public interface Listener {
        void used(ModelUse use);
    }
}
