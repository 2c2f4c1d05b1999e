package dev.surveyor.llm.ollama;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaModel;
import dev.langchain4j.model.ollama.OllamaModels;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.surveyor.llm.Availability;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Exchange;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.ModelName;
import dev.surveyor.llm.wire.ChatEndpoint;
import dev.surveyor.llm.wire.Wire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model of an Ollama server. */
public final class OllamaEndpoint extends ChatEndpoint {

    private final ModelName name;
    private final String url;
    private final int contextTokens;
    private final OllamaModels models;

    /**
     * @param contextTokens room for prompt and answer; what is longer the server would cut silently
     */
    public OllamaEndpoint(ModelName name, String url, String key, int contextTokens, Wire wire) {
        super(
                url,
                wire,
                OllamaChatModel.builder()
                        .httpClientBuilder(wire.clientBuilder())
                        .baseUrl(url)
                        .customHeaders(headers(key))
                        .modelName(name.model())
                        .maxRetries(0)
                        .build(),
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(wire.clientBuilder())
                        .baseUrl(url)
                        .customHeaders(headers(key))
                        .modelName(name.model())
                        .build());
        this.name = name;
        this.url = url;
        this.contextTokens = contextTokens;
        this.models =
                OllamaModels.builder()
                        .httpClientBuilder(wire.clientBuilder())
                        .baseUrl(url)
                        .maxRetries(0)
                        .build();
    }

    private static Map<String, String> headers(String key) {
        return key.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public void requireReach(boolean localOnly) {
        if (localOnly && OllamaNames.isCloud(name.model())) {
            throw new LlmException(
                    LlmException.Code.NOT_ALLOWED,
                    false,
                    "This connection's text may go to models on your own networks only, and Ollama runs %s elsewhere: set another model with surveyor.llm.model."
                            .formatted(name.model()),
                    null);
        }
        super.requireReach(localOnly);
    }

    /** The list of models costs the server nothing, and no text of ours goes with it. */
    @Override
    public Availability probe(Cancellation cancellation) {
        List<OllamaModel> there;
        try {
            there = going(false, cancellation, () -> models.availableModels().content());
        } catch (RuntimeException e) {
            return Availability.not(
                    "Ollama does not answer at %s: start it, or set surveyor.llm.provider and surveyor.llm.base-url."
                            .formatted(url));
        }
        boolean pulled = there.stream().map(OllamaModel::getName).anyMatch(this::isOurs);
        return pulled || OllamaNames.isCloud(name.model())
                ? Availability.READY
                : Availability.not(
                        "Ollama at %s has no model %s: run 'ollama pull %s' there, or set surveyor.llm.model."
                                .formatted(url, name.model(), name.model()));
    }

    private boolean isOurs(String named) {
        return named.equals(name.model()) || named.equals(name.model() + ":latest");
    }

    @Override
    protected ChatRequestParameters parameters(Exchange exchange, @Nullable ResponseFormat format) {
        return OllamaChatRequestParameters.builder()
                .temperature(exchange.temperature())
                .maxOutputTokens(exchange.answerTokensMax())
                .numCtx(contextTokens)
                .responseFormat(format)
                .build();
    }

    /** Older servers do not say it; that they are done they all say. */
    @Override
    protected boolean saysWhyItEnds() {
        return false;
    }
}
