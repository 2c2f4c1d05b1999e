package dev.surveyor.llm;

import dev.surveyor.catalog.Secret;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which language model answers, and within which bounds.
 *
 * @param provider who answers: auto (Ollama where it answers, else none), ollama, openai (any
 *     endpoint that speaks as OpenAI does), anthropic or none
 * @param model as the provider calls it; empty: qwen2.5:3b at Ollama, elsewhere it must be named
 * @param baseUrl where the provider answers; empty: its own address, Ollama on this machine
 * @param apiKey key that the provider asks for; empty: none
 * @param temperature how freely it answers: 0.0 as much the same each time as it can
 * @param maxTokens most tokens of an answer
 * @param contextTokens most tokens of a prompt and its answer; Ollama makes room for as many
 * @param connectTimeout how long connecting may take
 * @param firstTokenTimeout how long a streamed answer may take to begin; a model that is not loaded
 *     yet takes long
 * @param timeout how long a call may take, retries and all
 * @param retries how often a call is tried again after a failure that passes
 * @param retryPause pause before the first retry; each further one is twice as long
 * @param circuitFailures after how many failures in a row the provider is left alone for a while
 * @param circuitPause how long it is left alone first; up to eight times as long later
 * @param concurrency most calls at a time
 * @param queueSize most calls that wait for that
 * @param queueWait how long they wait
 * @param availabilityKept how long it is remembered whether the provider answers
 * @param questionTokensMax most tokens that one question may cost; 0: as many as it takes
 * @param dayTokensMax most tokens that one person may spend in a day (UTC); 0: as many as they like
 */
@Validated
@ConfigurationProperties("surveyor.llm")
public record LlmSettings(
        @DefaultValue("auto") @NotNull Provider provider,
        @DefaultValue("") @Size(max = 200) String model,
        @DefaultValue("") @Pattern(regexp = "|https?://[^@?#]+", message = ADDRESS) String baseUrl,
        @Nullable Secret apiKey,
        @DefaultValue("0.0") @DecimalMin("0.0") @DecimalMax("2.0") double temperature,
        @DefaultValue("4096") @Min(16) @Max(200_000) int maxTokens,
        @DefaultValue("16384") @Min(512) @Max(2_000_000) int contextTokens,
        @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 1)
                Duration connectTimeout,
        @DefaultValue("60s") @DurationMin(millis = 10) @DurationMax(minutes = 30)
                Duration firstTokenTimeout,
        @DefaultValue("120s") @DurationMin(millis = 10) @DurationMax(minutes = 60) Duration timeout,
        @DefaultValue("2") @Min(0) @Max(10) int retries,
        @DefaultValue("500ms") @DurationMin(millis = 1) @DurationMax(minutes = 1)
                Duration retryPause,
        @DefaultValue("5") @Min(1) @Max(1000) int circuitFailures,
        @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 10)
                Duration circuitPause,
        @DefaultValue("4") @Min(1) @Max(1000) int concurrency,
        @DefaultValue("100") @Min(0) @Max(10_000) int queueSize,
        @DefaultValue("30s") @DurationMin(millis = 0) @DurationMax(minutes = 10) Duration queueWait,
        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(minutes = 60)
                Duration availabilityKept,
        @DefaultValue("100000") @Min(0) @Max(1_000_000_000L) long questionTokensMax,
        @DefaultValue("2000000") @Min(0) @Max(1_000_000_000_000L) long dayTokensMax) {

    private static final String ADDRESS =
            "must look like http://host:port/path, without user, password or query in it";

    /** No token is longer than so many characters, on the whole. */
    private static final int CHARACTERS_PER_TOKEN_MAX = 16;

    /** Who answers. */
    public enum Provider {
        AUTO,
        OLLAMA,
        OPENAI,
        ANTHROPIC,
        NONE
    }

    /** Counting tokens is for texts that are worth it. */
    long promptCharactersMax() {
        return (long) CHARACTERS_PER_TOKEN_MAX * contextTokens;
    }
}
