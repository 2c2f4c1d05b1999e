package dev.surveyor.llm.wire;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.LlmException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** Carries a client library's requests, on the thread that it calls from. */
final class WireClient implements HttpClient {

    private static final int OK_FIRST = 200;
    private static final int OK_LAST = 299;

    private final Wire wire;

    private WireClient(Wire wire) {
        this.wire = wire;
    }

    /** Reads an answer that is no refusal. */
    @FunctionalInterface
    private interface Reading {
        SuccessfulHttpResponse read(SuccessfulHttpResponse.Builder head, InputStream body)
                throws IOException;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return exchange(
                request,
                (head, body) ->
                        head.body(new String(body.readAllBytes(), StandardCharsets.UTF_8)).build());
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            exchange(
                    request,
                    (head, body) -> {
                        SuccessfulHttpResponse opened = head.build();
                        WatchedEvents events = new WatchedEvents(listener);
                        events.onOpen(opened);
                        parser.parse(body, events);
                        events.close();
                        return opened;
                    });
        } catch (LlmException e) {
            listener.onError(e);
        }
    }

    private SuccessfulHttpResponse exchange(HttpRequest request, Reading reading) {
        Wire.Way way = wire.way();
        HttpUriRequestBase sent = toSend(request);
        String host = Objects.requireNonNullElse(URI.create(request.url()).getHost(), "");
        way.cancellation().check();
        try (Cancellation.Hook _ = way.cancellation().onCancel(sent::cancel)) {
            return way.client().execute(sent, answer -> read(host, sent, answer, reading));
        } catch (IOException e) {
            way.cancellation().check();
            throw broken(host, e);
        }
    }

    private static HttpUriRequestBase toSend(HttpRequest request) {
        HttpUriRequestBase sent =
                new HttpUriRequestBase(request.method().name(), URI.create(request.url()));
        request.headers()
                .forEach((name, values) -> {
                    if (!name.equalsIgnoreCase("Content-Type")) {
                        values.forEach(value -> sent.addHeader(name, value));
                    }
                });
        if (request.body() != null) {
            sent.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
        }
        return sent;
    }

    private static SuccessfulHttpResponse read(
            String host, HttpUriRequestBase sent, ClassicHttpResponse answer, Reading reading)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        try (InputStream body =
                new BoundedBody(
                        entity == null ? InputStream.nullInputStream() : entity.getContent(),
                        sent::cancel)) {
            int status = answer.getCode();
            if (status < OK_FIRST || status > OK_LAST) {
                String said =
                        new String(
                                body.readNBytes(Refusals.READ_BYTES_MAX), StandardCharsets.UTF_8);
                throw Refusals.of(host, status, header(answer, "Retry-After"), said);
            }
            return reading.read(
                    SuccessfulHttpResponse.builder().statusCode(status).headers(Map.of()), body);
        }
    }

    private static @Nullable String header(ClassicHttpResponse answer, String name) {
        return answer.getFirstHeader(name) == null ? null : answer.getFirstHeader(name).getValue();
    }

    private static LlmException broken(String host, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return new LlmException(Code.CANCELLED, false, "The question was cancelled.", e);
        }
        if (e instanceof BoundedBody.TooLongException) {
            return new LlmException(
                    Code.MALFORMED,
                    false,
                    "The language model at %s answered far more than it was asked for: look into its log."
                            .formatted(host),
                    e);
        }
        if (e instanceof HttpHostConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof java.net.UnknownHostException) {
            return Wire.failure(host, e);
        }
        return new LlmException(
                Code.CUT_OFF,
                true,
                "The answer of the language model at %s broke off: ask again, or look into its log."
                        .formatted(host),
                e);
    }

    /** The library sets time-outs of its own; ours are the wire's. */
    record Builder(Wire wire) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new WireClient(wire);
        }
    }
}
