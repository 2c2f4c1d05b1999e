package dev.surveyor.llm.wire;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hands a stream's events on and keeps what goes wrong with them: the library's parsers would log
 * it, answer and all, and read on.
 */
final class WatchedEvents implements ServerSentEventListener {

    private final ServerSentEventListener listener;
    private @Nullable Throwable failure;

    WatchedEvents(ServerSentEventListener listener) {
        this.listener = listener;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        throw new UnsupportedOperationException("A stream's events come with their context");
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (failure != null) {
            return;
        }
        try {
            listener.onEvent(event, context);
        } catch (RuntimeException e) {
            failure = e;
            context.parsingHandle().cancel();
        }
    }

    @Override
    public void onError(Throwable error) {
        if (failure == null) {
            failure = error;
        }
    }

    /** The stream is over: either it ends here, or in what went wrong. */
    void close() throws IOException {
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof RuntimeException broken) {
            listener.onError(broken);
        } else {
            listener.onClose();
        }
    }
}
