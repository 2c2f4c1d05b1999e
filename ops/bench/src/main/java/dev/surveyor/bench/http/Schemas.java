package dev.surveyor.bench.http;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The document's schemas, as far as they are used: what they allow and what they do not. */
final class Schemas {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-].+)");

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** The schema itself where it only points to one. */
    JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isString() ? document.at(reference.asString().substring(1)) : schema;
    }

    /** Properties of an object's schema by name. */
    Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new java.util.LinkedHashMap<>();
        resolve(schema).path("properties").forEachEntry(properties::put);
        return properties;
    }

    boolean requires(JsonNode schema, String property) {
        return StreamSupport.stream(resolve(schema).path("required").spliterator(), false)
                .anyMatch(name -> name.asString().equals(property));
    }

    /** Whether the schema allows the value; an object may hold what is documented and no more. */
    boolean allows(JsonNode schema, JsonNode value) {
        JsonNode resolved = resolve(schema);
        return switch (resolved.path("type").asString("")) {
            case "object" -> value.isObject() && allowsObject(resolved, value);
            case "array" -> value.isArray() && allowsArray(resolved, value);
            case "string" -> value.isString() && allowsText(resolved, value.asString());
            case "integer" -> value.isIntegralNumber() && inRange(resolved, value);
            case "number" -> value.isNumber() && inRange(resolved, value);
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private boolean allowsObject(JsonNode schema, JsonNode value) {
        Map<String, JsonNode> properties = properties(schema);
        JsonNode others = schema.path("additionalProperties");
        boolean known =
                value.properties().stream()
                        .allMatch(entry -> {
                            JsonNode property = properties.getOrDefault(entry.getKey(), others);
                            // An optional property may be null as well as left out.
                            boolean leftOut =
                                    entry.getValue().isNull() && !requires(schema, entry.getKey());
                            return !property.isMissingNode()
                                    && (leftOut || allows(property, entry.getValue()));
                        });
        return known
                && StreamSupport.stream(schema.path("required").spliterator(), false)
                        .allMatch(name -> value.has(name.asString()));
    }

    private boolean allowsArray(JsonNode schema, JsonNode value) {
        return value.size() >= schema.path("minItems").asInt(0)
                && value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE)
                && StreamSupport.stream(value.spliterator(), false)
                        .allMatch(item -> allows(schema.path("items"), item));
    }

    private static boolean allowsText(JsonNode schema, String text) {
        boolean listed =
                schema.path("enum").isMissingNode()
                        || StreamSupport.stream(schema.path("enum").spliterator(), false)
                                .anyMatch(one -> one.asString().equals(text));
        JsonNode pattern = schema.path("pattern");
        return listed
                && text.length() >= schema.path("minLength").asInt(0)
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (pattern.isMissingNode() || text.matches(pattern.asString()))
                && switch (schema.path("format").asString("")) {
                    case "uuid" -> UUID.matcher(text).matches();
                    case "date" -> DATE.matcher(text).matches();
                    case "date-time" -> TIME.matcher(text).matches();
                    default -> true;
                };
    }

    private static boolean inRange(JsonNode schema, JsonNode value) {
        // What a double cannot hold lies beyond every limit.
        double number = value.asDouble(Double.POSITIVE_INFINITY);
        return number >= schema.path("minimum").asDouble(-Double.MAX_VALUE)
                && number <= schema.path("maximum").asDouble(Double.MAX_VALUE);
    }
}
