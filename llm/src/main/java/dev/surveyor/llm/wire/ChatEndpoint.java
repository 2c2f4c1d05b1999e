package dev.surveyor.llm.wire;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Completion;
import dev.surveyor.llm.Completion.Finish;
import dev.surveyor.llm.Exchange;
import dev.surveyor.llm.JsonSchema;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.Message;
import dev.surveyor.llm.ModelEndpoint;
import dev.surveyor.llm.TokenSink;
import dev.surveyor.llm.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What providers have in common whose wire format the client library knows. */
public abstract class ChatEndpoint implements ModelEndpoint {

    private final String url;
    private final Wire wire;
    private final ChatModel whole;
    private final StreamingChatModel streaming;

    protected ChatEndpoint(String url, Wire wire, ChatModel whole, StreamingChatModel streaming) {
        this.url = url;
        this.wire = wire;
        this.whole = whole;
        this.streaming = streaming;
    }

    /** How this provider is told how to answer. */
    protected abstract ChatRequestParameters parameters(
            Exchange exchange, @Nullable ResponseFormat format);

    /** Whether a stream that does not say why it ends is one that broke off. */
    protected boolean saysWhyItEnds() {
        return true;
    }

    /** Runs a call of the client library so that it obeys this. */
    protected final <T> T going(
            boolean localOnly, Cancellation cancellation, java.util.function.Supplier<T> call) {
        return wire.going(localOnly, cancellation, call);
    }

    @Override
    public void requireReach(boolean localOnly) {
        wire.requireReach(url, localOnly);
    }

    @Override
    public Completion ask(Exchange exchange, Cancellation cancellation) {
        ChatRequest request =
                ChatRequest.builder()
                        .messages(messages(exchange.messages()))
                        .parameters(parameters(exchange, format(exchange.schema())))
                        .build();
        return wire.going(
                exchange.localOnly(),
                cancellation,
                () ->
                        exchange.sink() == null
                                ? wholeAnswer(request)
                                : streamed(request, exchange.sink()));
    }

    private Completion wholeAnswer(ChatRequest request) {
        try {
            return completion(whole.chat(request));
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    private Completion streamed(ChatRequest request, TokenSink sink) {
        Received received = new Received(sink);
        try {
            streaming.chat(request, received);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
        ChatResponse response = received.whole();
        if (saysWhyItEnds() && response.finishReason() == null) {
            throw Failures.cutOff();
        }
        return completion(response);
    }

    private static Completion completion(ChatResponse response) {
        AiMessage message = response.aiMessage();
        FinishReason finish = response.finishReason();
        if (finish == FinishReason.CONTENT_FILTER) {
            throw new LlmException(
                    LlmException.Code.REFUSED,
                    false,
                    "The language model's provider will not answer this: ask in other words.",
                    null);
        }
        String text = message.text();
        return new Completion(
                text == null ? "" : text,
                finish == FinishReason.LENGTH ? Finish.TOKENS_MAX : Finish.WHOLE,
                usage(response.tokenUsage()));
    }

    private static Usage usage(@Nullable TokenUsage said) {
        return said == null
                ? Usage.NONE
                : new Usage(count(said.inputTokenCount()), count(said.outputTokenCount()), false);
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }

    private static List<ChatMessage> messages(List<Message> messages) {
        List<ChatMessage> all = new ArrayList<>();
        for (Message message : messages) {
            all.add(
                    switch (message.role()) {
                        case SYSTEM -> SystemMessage.from(message.text());
                        case USER -> UserMessage.from(message.text());
                        case ASSISTANT -> AiMessage.from(message.text());
                    });
        }
        return all;
    }

    private static @Nullable ResponseFormat format(@Nullable JsonSchema schema) {
        if (schema == null) {
            return null;
        }
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                        dev.langchain4j.model.chat.request.json.JsonSchema.builder()
                                .name(schema.name())
                                .rootElement(JsonRawSchema.from(schema.text()))
                                .build())
                .build();
    }

    @Override
    public void close() {
        wire.close();
    }
}
