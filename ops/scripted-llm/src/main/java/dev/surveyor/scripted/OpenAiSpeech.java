package dev.surveyor.scripted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As OpenAI's chat completions speak: JSON, or server-sent events that end with DONE. */
final class OpenAiSpeech implements Speech {

    private static final int THEN = 1_767_225_600;

    @Override
    public String contentType(boolean streamed) {
        return streamed ? "text/event-stream; charset=utf-8" : "application/json";
    }

    @Override
    public String whole(Told told, Reply reply, String text) {
        Map<String, Object> body = head(told, "chat.completion");
        body.put(
                "choices",
                List.of(
                        Map.of(
                                "index",
                                0,
                                "message",
                                Map.of("role", "assistant", "content", text),
                                "finish_reason",
                                finish(reply))));
        if (reply.promptTokens() >= 0) {
            body.put("usage", usage(reply));
        }
        return JSON.writeValueAsString(body);
    }

    @Override
    public String begin(Told told, Reply reply) {
        return chunk(told, Map.of("role", "assistant", "content", ""), null);
    }

    @Override
    public String piece(Told told, String piece) {
        return chunk(told, Map.of("content", piece), null);
    }

    @Override
    public String end(Told told, Reply reply) {
        String last = chunk(told, Map.of(), finish(reply));
        if (reply.promptTokens() >= 0
                && told.json().path("stream_options").path("include_usage").asBoolean(false)) {
            Map<String, Object> body = head(told, "chat.completion.chunk");
            body.put("choices", List.of());
            body.put("usage", usage(reply));
            last += event(body);
        }
        return last + "data: [DONE]\n\n";
    }

    private static String chunk(
            Told told,
            Map<String, Object> delta,
            @org.jspecify.annotations.Nullable String finish) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("delta", delta);
        if (finish != null) {
            choice.put("finish_reason", finish);
        }
        Map<String, Object> body = head(told, "chat.completion.chunk");
        body.put("choices", List.of(choice));
        return event(body);
    }

    private static Map<String, Object> head(Told told, String object) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "chatcmpl-scripted");
        body.put("object", object);
        body.put("created", THEN);
        body.put("model", told.json().path("model").asString(""));
        return body;
    }

    private static Map<String, Object> usage(Reply reply) {
        return Map.of(
                "prompt_tokens",
                reply.promptTokens(),
                "completion_tokens",
                reply.answerTokens(),
                "total_tokens",
                reply.promptTokens() + reply.answerTokens());
    }

    private static String finish(Reply reply) {
        return reply.tokensMaxReached() ? "length" : "stop";
    }

    @Override
    public String failure() {
        return event(Map.of("error", Map.of("message", "scripted", "type", "server_error")));
    }

    @Override
    public String error(int status) {
        return JSON.writeValueAsString(
                Map.of("error", Map.of("message", "scripted " + status, "type", "scripted")));
    }

    @Override
    public String gibberish() {
        return "data: {\"choices\":[{\"delta\":\n\n";
    }

    private static String event(Map<String, Object> body) {
        return "data: " + JSON.writeValueAsString(body) + "\n\n";
    }
}
