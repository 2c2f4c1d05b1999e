package dev.surveyor.llm.wire;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.surveyor.llm.TokenSink;
import org.jspecify.annotations.Nullable;

/** What of a stream came; the first thing that goes wrong counts. */
final class Received implements StreamingChatResponseHandler {

    private final TokenSink sink;
    private @Nullable ChatResponse response;
    private @Nullable RuntimeException sinkFailure;
    private @Nullable Throwable failure;

    Received(TokenSink sink) {
        this.sink = sink;
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        if (failure != null || sinkFailure != null) {
            return;
        }
        try {
            sink.accept(piece.text());
        } catch (RuntimeException e) {
            sinkFailure = e;
            context.streamingHandle().cancel();
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse whole) {
        response = whole;
    }

    @Override
    public void onError(Throwable error) {
        if (failure == null) {
            failure = error;
        }
    }

    /** All of it, or what went wrong. */
    ChatResponse whole() {
        if (sinkFailure != null) {
            throw sinkFailure;
        }
        if (failure != null) {
            throw Failures.of(failure);
        }
        if (response == null) {
            throw Failures.cutOff();
        }
        return response;
    }
}
