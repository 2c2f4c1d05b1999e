package dev.surveyor.llm.openai;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.surveyor.llm.Availability;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Exchange;
import dev.surveyor.llm.ModelName;
import dev.surveyor.llm.wire.ChatEndpoint;
import dev.surveyor.llm.wire.Wire;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A model of OpenAI, or of any other endpoint that speaks as OpenAI does. */
public final class OpenAiEndpoint extends ChatEndpoint {

    /** Models that think before they answer take no temperature, and count their thoughts. */
    private static final Pattern THINKING = Pattern.compile("(o\\d|gpt-5).*");

    private final boolean thinking;

    public OpenAiEndpoint(ModelName name, String url, String key, Wire wire) {
        super(
                url,
                wire,
                OpenAiChatModel.builder()
                        .httpClientBuilder(wire.clientBuilder())
                        .baseUrl(url)
                        .apiKey(key.isEmpty() ? null : key)
                        .modelName(name.model())
                        .maxRetries(0)
                        .build(),
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(wire.clientBuilder())
                        .baseUrl(url)
                        .apiKey(key.isEmpty() ? null : key)
                        .modelName(name.model())
                        .build());
        this.thinking = name.holder().equals("openai") && THINKING.matcher(name.model()).matches();
    }

    /** It is paid for: it counts as there until it says otherwise. */
    @Override
    public Availability probe(Cancellation cancellation) {
        requireReach(false);
        return Availability.READY;
    }

    @Override
    protected ChatRequestParameters parameters(Exchange exchange, @Nullable ResponseFormat format) {
        OpenAiChatRequestParameters.Builder parameters =
                OpenAiChatRequestParameters.builder().responseFormat(format);
        return thinking
                ? parameters.maxCompletionTokens(exchange.answerTokensMax()).build()
                : parameters
                        .temperature(exchange.temperature())
                        .maxOutputTokens(exchange.answerTokensMax())
                        .build();
    }
}
