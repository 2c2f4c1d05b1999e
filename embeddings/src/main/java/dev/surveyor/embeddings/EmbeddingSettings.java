package dev.surveyor.embeddings;

import dev.surveyor.catalog.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How texts become vectors and where these are kept.
 *
 * @param provider who embeds: local (in this process) or ollama
 * @param model local: all-minilm-l6-v2-q, or the folder of a sentence-transformers model with ONNX
 *     weights; ollama: the name of an embedding model there
 * @param workers texts embedded at a time; 0: one for each processor
 * @param queueSize passages that may wait for a worker; who brings more waits
 * @param cacheSize vectors kept in memory, so that the same text is not embedded again
 * @param valuesEmbeddedMax how many single values of a connection are embedded, besides being found
 *     by their words
 * @param folder folder for the embedded index and what models unpack; empty: embeddings in the data
 *     folder
 * @param ollamaUrl address of Ollama
 * @param ollamaTimeout how long Ollama may take for one text
 * @param index where vectors are kept: embedded (in this process) or qdrant
 * @param qdrantUrl address of Qdrant's gRPC port; https for TLS
 * @param qdrantApiKey key that Qdrant asks for; empty: none
 * @param qdrantCollection what the names of our collections in Qdrant begin with
 * @param qdrantTimeout how long Qdrant may take for one call
 */
@Validated
@ConfigurationProperties("surveyor.embeddings")
public record EmbeddingSettings(
        @DefaultValue("local") @NotNull Provider provider,
        @DefaultValue(DEFAULT_MODEL) @NotBlank String model,
        @DefaultValue("0") @Min(0) @Max(64) int workers,
        @DefaultValue("256") @Min(1) @Max(10_000) int queueSize,
        @DefaultValue("10000") @Min(0) @Max(1_000_000) int cacheSize,
        @DefaultValue("0") @Min(0) @Max(1_000_000) int valuesEmbeddedMax,
        @DefaultValue("") String folder,
        @DefaultValue("http://127.0.0.1:11434")
                @Pattern(regexp = "https?://[^@]+", message = ADDRESS) String ollamaUrl,
        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
                Duration ollamaTimeout,
        @DefaultValue("embedded") @NotNull IndexKind index,
        @DefaultValue("http://127.0.0.1:6334")
                @Pattern(regexp = "https?://[^@]+", message = ADDRESS) String qdrantUrl,
        @Nullable Secret qdrantApiKey,
        @DefaultValue("surveyor") @Pattern(regexp = "[a-z][a-z0-9-]{0,40}", message = NAME) String qdrantCollection,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
                Duration qdrantTimeout) {

    /** Why this one: decision 6. */
    public static final String DEFAULT_MODEL = "all-minilm-l6-v2-q";

    private static final String ADDRESS =
            "must look like http://host:port, without user or password in it";
    private static final String NAME =
            "must be a small letter, then small letters, digits or dashes";

    /** Who embeds. */
    public enum Provider {
        LOCAL,
        OLLAMA
    }

    /** Where vectors are kept. */
    public enum IndexKind {
        EMBEDDED,
        QDRANT
    }

    /** The defaults, with another local model. */
    public static EmbeddingSettings local(String model) {
        return new EmbeddingSettings(
                Provider.LOCAL,
                model,
                0,
                256,
                10_000,
                0,
                "",
                "http://127.0.0.1:11434",
                Duration.ofSeconds(30),
                IndexKind.EMBEDDED,
                "http://127.0.0.1:6334",
                null,
                "surveyor",
                Duration.ofSeconds(10));
    }

    public EmbeddingSettings withCacheSize(int vectorsMax) {
        return new EmbeddingSettings(
                provider,
                model,
                workers,
                queueSize,
                vectorsMax,
                valuesEmbeddedMax,
                folder,
                ollamaUrl,
                ollamaTimeout,
                index,
                qdrantUrl,
                qdrantApiKey,
                qdrantCollection,
                qdrantTimeout);
    }

    EmbeddingSettings withIndex(IndexKind kind) {
        return new EmbeddingSettings(
                provider,
                model,
                workers,
                queueSize,
                cacheSize,
                valuesEmbeddedMax,
                folder,
                ollamaUrl,
                ollamaTimeout,
                kind,
                qdrantUrl,
                qdrantApiKey,
                qdrantCollection,
                qdrantTimeout);
    }

    int workersOrProcessors() {
        return workers > 0 ? workers : Math.min(64, Runtime.getRuntime().availableProcessors());
    }
}
