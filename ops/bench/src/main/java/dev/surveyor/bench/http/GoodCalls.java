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
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls that the document allows, with values that are likely to get far. */
record GoodCalls(Schemas schemas, String userId) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int OFTEN_PERCENT = 60;

    /** Without these a connection is none, and with those it is seldom a good one. */
    private static final Set<String> ALWAYS = Set.of("host", "database");

    private static final Set<String> SELDOM =
            Set.of("file", "authority", "certificate", "key", "powerfulRoleAllowed", "version");

    Draft draft(Operation operation, Actor actor, SplittableRandom random) {
        Draft draft = new Draft(operation);
        if (actor.known()) {
            draft.headers.add("Authorization: Bearer " + actor.token());
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.inPath()) {
                draft.pathValues.put(parameter.name(), pathValue(operation, parameter, actor));
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

    /** What is deleted or given away is not there for the next call: those miss on purpose. */
    private String pathValue(Operation operation, Parameter parameter, Actor actor) {
        String path = operation.path();
        if (path.contains("api-keys")) {
            return actor.keyId();
        }
        boolean stays = !operation.method().equals("DELETE") && !path.endsWith("/hand-over");
        return path.contains("/connections/") && parameter.name().equals("id") && stays
                ? actor.connectionId()
                : userId;
    }

    private ObjectNode body(
            Operation operation, JsonNode schema, Actor actor, SplittableRandom random) {
        ObjectNode body = object(schema, random);
        schemas.properties(schema)
                .forEach((name, property) -> {
                    String known = known(operation, name, actor);
                    if (!known.isEmpty() && body.has(name)) {
                        body.put(name, known);
                    }
                });
        return body;
    }

    private ObjectNode object(JsonNode schema, SplittableRandom random) {
        ObjectNode object = NODES.objectNode();
        schemas.properties(schema)
                .forEach((name, property) -> {
                    boolean likely = !SELDOM.contains(name) && random.nextInt(100) < OFTEN_PERCENT;
                    if (schemas.requires(schema, name) || ALWAYS.contains(name) || likely) {
                        object.set(name, text(name, property, random));
                    }
                });
        return object;
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
            case "object" -> object(resolved, random);
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
                                "handOverTo", List.of(userId),
                                "kind", List.of("postgresql"),
                                "host", List.of("127.0.0.1"),
                                "url", List.of("postgresql://nobody:x@127.0.0.1:1/none"))
                        .getOrDefault(name, List.of()));
        candidates.add("f" + unique);
        candidates.add("f" + unique + "@example.org");
        candidates.add(
                Instant.now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(Duration.ofDays(random.nextInt(1, 300)))
                        .toString());
        candidates.add("2026-06-30");
        candidates.add(userId);
        return candidates.stream()
                .filter(candidate -> schemas.allows(schema, NODES.stringNode(candidate)))
                .findFirst()
                .orElse("x".repeat(schema.path("minLength").asInt(1)));
    }
}
