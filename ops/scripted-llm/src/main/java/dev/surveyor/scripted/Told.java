package dev.surveyor.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One request as it came over the wire.
 *
 * @param text its body, byte by byte
 * @param json the same, read
 */
public record Told(
        String method, String path, Map<String, List<String>> headers, String text, JsonNode json) {

    public Told {
        Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        headers = named;
    }

    /** A header's first value; empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** Whether the answer is wanted piece by piece; Ollama's default is that it is. */
    public boolean streamed() {
        return json.path("stream").asBoolean(path.startsWith("/api/"));
    }

    /** Everything that the model is told, turn by turn, whatever the provider. */
    public List<String> turns() {
        List<String> turns = new ArrayList<>();
        collect(json.path("system"), turns);
        json.path("messages").forEach(message -> collect(message.path("content"), turns));
        return turns;
    }

    /** All turns as one text. */
    public String conversation() {
        return turns().stream().collect(Collectors.joining("\n"));
    }

    /** What was said last; empty where nothing was. */
    public String last() {
        List<String> turns = turns();
        return turns.isEmpty() ? "" : turns.getLast();
    }

    boolean mentions(String words) {
        return conversation().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static void collect(JsonNode content, List<String> turns) {
        if (content.isString()) {
            turns.add(content.asString());
        } else {
            content.forEach(part -> turns.add(part.path("text").asString("")));
        }
    }
}
