package dev.surveyor.bench.http;

import dev.surveyor.bench.http.Operation.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls that the document allows, with values that are likely to get far. */
record GoodCalls(Schemas schemas, String userId) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int OFTEN_PERCENT = 60;

    Draft draft(Operation operation, Actor actor, SplittableRandom random) {
        Draft draft = new Draft(operation);
        if (actor.known()) {
            draft.headers.add("Authorization: Bearer " + actor.token());
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.inPath()) {
                boolean key = operation.path().contains("api-keys");
                draft.pathValues.put(parameter.name(), key ? actor.keyId() : userId);
            } else if (parameter.required() || random.nextInt(100) > OFTEN_PERCENT) {
                String value = text(parameter.name(), parameter.schema(), random).asString();
                draft.query.add(
                        parameter.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        // A cursor is nothing that one makes up.
        draft.query.removeIf(pair -> pair.startsWith("after="));
        JsonNode schema = operation.body();
        if (schema != null) {
            draft.body = body(operation, schema, actor, random);
        }
        return draft;
    }

    private ObjectNode body(
            Operation operation, JsonNode schema, Actor actor, SplittableRandom random) {
        ObjectNode body = NODES.objectNode();
        schemas.properties(schema)
                .forEach((name, property) -> {
                    if (schemas.requires(schema, name) || random.nextInt(100) < OFTEN_PERCENT) {
                        String known = known(operation, name, actor);
                        body.set(
                                name,
                                known.isEmpty()
                                        ? text(name, property, random)
                                        : NODES.stringNode(known));
                    }
                });
        return body;
    }

    /** What only the caller can know. */
    private static String known(Operation operation, String field, Actor actor) {
        return switch (operation.path() + " " + field) {
            case "/api/v1/auth/login username" -> actor.username();
            case "/api/v1/auth/login password",
                    "/api/v1/users/me/change-password currentPassword" ->
                    actor.password();
            case "/api/v1/auth/refresh refreshToken" -> actor.refreshToken();
            default -> "";
        };
    }

    private JsonNode text(String name, JsonNode schema, SplittableRandom random) {
        JsonNode resolved = schemas.resolve(schema);
        return switch (resolved.path("type").asString("")) {
            case "integer", "number" -> NODES.numberNode(number(resolved, random));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                array.add(text(name, resolved.path("items"), random));
                yield array;
            }
            case "object" -> NODES.objectNode();
            default -> NODES.stringNode(word(name, resolved, random));
        };
    }

    private static long number(JsonNode schema, SplittableRandom random) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(1000);
        return Twist.any(List.of(least, most, random.nextLong(least, most + 1)), random);
    }

    /** The first of some likely texts that the schema allows. */
    private String word(String name, JsonNode schema, SplittableRandom random) {
        List<String> candidates = new ArrayList<>();
        schema.path("enum").forEach(one -> candidates.add(one.asString()));
        if (!candidates.isEmpty()) {
            return Twist.any(candidates, random);
        }
        String unique = Long.toHexString(random.nextLong());
        candidates.addAll(
                Map.of(
                                "scopes", List.of("users:find"),
                                "q", List.of("f" + unique.charAt(0)),
                                "password", List.of("lantern-" + unique + "-gravel"),
                                "newPassword", List.of("lantern-" + unique + "-gravel"),
                                "handOverTo", List.of(userId))
                        .getOrDefault(name, List.of()));
        candidates.add("f" + unique);
        candidates.add("f" + unique + "@example.org");
        candidates.add(
                Instant.now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(Duration.ofDays(random.nextInt(1, 300)))
                        .toString());
        candidates.add(userId);
        return candidates.stream()
                .filter(candidate -> schemas.allows(schema, NODES.stringNode(candidate)))
                .findFirst()
                .orElse("x".repeat(schema.path("minLength").asInt(1)));
    }
}
