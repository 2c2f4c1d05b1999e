package dev.surveyor.scripted;

import java.util.LinkedHashMap;
import java.util.Map;

/** As Ollama speaks: a line of JSON for each piece. */
final class OllamaSpeech implements Speech {

    private static final String THEN = "2026-01-01T00:00:00.000000Z";

    @Override
    public String contentType(boolean streamed) {
        return streamed ? "application/x-ndjson" : "application/json; charset=utf-8";
    }

    @Override
    public String whole(Told told, Reply reply, String text) {
        return JSON.writeValueAsString(done(told, reply, text));
    }

    @Override
    public String begin(Told told, Reply reply) {
        return "";
    }

    @Override
    public String piece(Told told, String piece) {
        return line(message(told, piece, false));
    }

    @Override
    public String end(Told told, Reply reply) {
        return line(done(told, reply, ""));
    }

    private static Map<String, Object> message(Told told, String text, boolean done) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("model", told.json().path("model").asString(""));
        message.put("created_at", THEN);
        message.put("message", Map.of("role", "assistant", "content", text));
        message.put("done", done);
        return message;
    }

    private static Map<String, Object> done(Told told, Reply reply, String text) {
        Map<String, Object> message = message(told, text, true);
        message.put("done_reason", reply.tokensMaxReached() ? "length" : "stop");
        message.put("total_duration", 1_000_000);
        message.put("load_duration", 100_000);
        if (reply.promptTokens() >= 0) {
            message.put("prompt_eval_count", reply.promptTokens());
            message.put("prompt_eval_duration", 100_000);
            message.put("eval_count", reply.answerTokens());
            message.put("eval_duration", 800_000);
        }
        return message;
    }

    @Override
    public String failure() {
        return line(Map.of("error", "an error was encountered while running the model"));
    }

    @Override
    public String error(int status) {
        return JSON.writeValueAsString(Map.of("error", "scripted error " + status));
    }

    @Override
    public String gibberish() {
        return "{\"model\":\"x\",\"message\":{\"role\":\n";
    }

    private static String line(Map<String, Object> message) {
        return JSON.writeValueAsString(message) + "\n";
    }
}
