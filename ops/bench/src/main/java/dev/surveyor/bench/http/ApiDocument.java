package dev.surveyor.bench.http;

import dev.surveyor.bench.http.Operation.Answer;
import dev.surveyor.bench.http.Operation.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a server says of itself at {@code /v3/api-docs}. */
record ApiDocument(List<Operation> operations, Schemas schemas) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static ApiDocument of(JsonNode document) throws IOException {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) -> {
                            if (METHODS.contains(method)) {
                                operations.add(operation(method, path, operation));
                            }
                        }));
        if (operations.isEmpty()) {
            throw new IOException("/v3/api-docs describes no operation");
        }
        return new ApiDocument(List.copyOf(operations), new Schemas(document));
    }

    private static Operation operation(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            parameters.add(
                    new Parameter(
                            parameter.path("name").asString(),
                            parameter.path("in").asString().equals("path"),
                            parameter.path("required").asBoolean(false),
                            parameter.path("schema")));
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        operation
                .path("responses")
                .forEachEntry(
                        (status, answer) -> answers.put(status, new Answer(contents(answer))));
        JsonNode body = operation.path("requestBody");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                bodySchema(body),
                body.path("required").asBoolean(false),
                answers);
    }

    private static @Nullable JsonNode bodySchema(JsonNode body) {
        JsonNode schema = body.at("/content/application~1json/schema");
        return schema.isMissingNode() ? null : schema;
    }

    private static Map<String, JsonNode> contents(JsonNode answer) {
        Map<String, JsonNode> contents = new LinkedHashMap<>();
        answer.path("content")
                .forEachEntry((type, content) -> contents.put(type, content.path("schema")));
        return contents;
    }
}
