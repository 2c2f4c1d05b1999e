package dev.surveyor.scripted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As Anthropic's messages speak: JSON, or named server-sent events. */
final class AnthropicSpeech implements Speech {

    private static final int OVERLOADED = 529;
    private static final int TOO_MANY = 429;

    @Override
    public String contentType(boolean streamed) {
        return streamed ? "text/event-stream; charset=utf-8" : "application/json";
    }

    @Override
    public String whole(Told told, Reply reply, String text) {
        Map<String, Object> body = message(told, stop(reply));
        body.put("content", List.of(Map.of("type", "text", "text", text)));
        body.put("usage", usage(reply));
        return JSON.writeValueAsString(body);
    }

    @Override
    public String begin(Told told, Reply reply) {
        Map<String, Object> message = message(told, null);
        message.put("content", List.of());
        message.put("usage", usage(reply));
        return event("message_start", Map.of("message", message))
                + event(
                        "content_block_start",
                        Map.of("index", 0, "content_block", Map.of("type", "text", "text", "")))
                + event("ping", Map.of());
    }

    @Override
    public String piece(Told told, String piece) {
        return event(
                "content_block_delta",
                Map.of("index", 0, "delta", Map.of("type", "text_delta", "text", piece)));
    }

    @Override
    public String end(Told told, Reply reply) {
        return event("content_block_stop", Map.of("index", 0))
                + event(
                        "message_delta",
                        Map.of(
                                "delta",
                                Map.of("stop_reason", stop(reply)),
                                "usage",
                                Map.of("output_tokens", Math.max(0, reply.answerTokens()))))
                + event("message_stop", Map.of());
    }

    private static Map<String, Object> message(Told told, @Nullable String stop) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", "msg_scripted");
        message.put("type", "message");
        message.put("role", "assistant");
        message.put("model", told.json().path("model").asString(""));
        if (stop != null) {
            message.put("stop_reason", stop);
        }
        return message;
    }

    /** This provider always says what it took. */
    private static Map<String, Object> usage(Reply reply) {
        return Map.of(
                "input_tokens",
                Math.max(0, reply.promptTokens()),
                "output_tokens",
                Math.max(0, reply.answerTokens()));
    }

    private static String stop(Reply reply) {
        return reply.tokensMaxReached() ? "max_tokens" : "end_turn";
    }

    @Override
    public String failure() {
        return event(
                "error",
                Map.of("error", Map.of("type", "overloaded_error", "message", "Overloaded")));
    }

    @Override
    public String error(int status) {
        String type =
                switch (status) {
                    case OVERLOADED -> "overloaded_error";
                    case TOO_MANY -> "rate_limit_error";
                    default -> "api_error";
                };
        return JSON.writeValueAsString(
                Map.of(
                        "type",
                        "error",
                        "error",
                        Map.of("type", type, "message", "scripted " + status)));
    }

    @Override
    public String gibberish() {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\n\n";
    }

    private static String event(String name, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>(data);
        body.put("type", name);
        return "event: " + name + "\ndata: " + JSON.writeValueAsString(body) + "\n\n";
    }
}
