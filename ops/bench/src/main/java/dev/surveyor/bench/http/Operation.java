package dev.surveyor.bench.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the OpenAPI document.
 *
 * @param body schema of the request's JSON body; null where it takes none
 * @param answers documented answers by status, or {@code default}
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean bodyRequired,
        Map<String, Answer> answers) {

    /** A parameter in path or query. */
    record Parameter(String name, boolean inPath, boolean required, JsonNode schema) {}

    /** Schemas of an answer by media type; none for an answer without a body. */
    record Answer(Map<String, JsonNode> contents) {

        @Nullable JsonNode schema(String mediaType) {
            JsonNode exact = contents.get(mediaType);
            return exact == null ? contents.get("*/*") : exact;
        }
    }

    Operation {
        parameters = List.copyOf(parameters);
        answers = Map.copyOf(answers);
    }

    @Nullable Answer answer(int status) {
        Answer exact = answers.get(Integer.toString(status));
        return exact == null && status >= 400 ? answers.get("default") : exact;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
