package dev.surveyor.llm.anthropic;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.surveyor.llm.Availability;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Exchange;
import dev.surveyor.llm.ModelName;
import dev.surveyor.llm.wire.ChatEndpoint;
import dev.surveyor.llm.wire.Wire;
import org.jspecify.annotations.Nullable;

/** A model of Anthropic. */
public final class AnthropicEndpoint extends ChatEndpoint {

    public AnthropicEndpoint(
            ModelName name, String url, String key, int answerTokensMax, Wire wire) {
        super(
                url,
                wire,
                AnthropicChatModel.builder()
                        .httpClientBuilder(wire.clientBuilder())
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(name.model())
                        .maxTokens(answerTokensMax)
                        .maxRetries(0)
                        .build(),
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(wire.clientBuilder())
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(name.model())
                        .maxTokens(answerTokensMax)
                        .build());
    }

    /** It is paid for: it counts as there until it says otherwise. */
    @Override
    public Availability probe(Cancellation cancellation) {
        requireReach(false);
        return Availability.READY;
    }

    @Override
    protected ChatRequestParameters parameters(Exchange exchange, @Nullable ResponseFormat format) {
        return AnthropicChatRequestParameters.builder()
                .temperature(exchange.temperature())
                .maxOutputTokens(exchange.answerTokensMax())
                .responseFormat(format)
                .build();
    }
}
