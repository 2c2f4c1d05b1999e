package dev.surveyor.bench.http;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What may be wrong with one field of a body. */
record FieldTwists(Schemas schemas) {

    private static final int LONG_TEXT = 200_000;
    private static final int DEEP = 10_000;

    /** Longer numbers are not read by JSON readers that protect themselves. */
    private static final int READABLE_CHARACTERS = 1000;

    /** JSON texts of every type. */
    private static final List<String> TYPES =
            List.of("42", "-1", "1.5", "true", "[]", "{}", "\"\"", "\"text\"", "[null]", "[\"a\"]");

    private static final List<String> NUMBERS =
            List.of("1e400", "-1e-400", "9".repeat(900), "9".repeat(5000), "-0", "1e2147483647");

    /** Texts that are JSON, with characters that are trouble. */
    private static final List<String> STRANGE_TEXTS =
            List.of(
                    "\"a\\u0000b\"",
                    "\"\\u0007\\u001b[31m\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"a\\r\\nX-Evil: 1\"",
                    "\"\\u202e\\u200b\\ufeff\"",
                    "\"\u00f0\u009f\u0098\u0080\"",
                    "\"' OR 1=1 --\"",
                    "\"%00%0a{{7*7}}${jndi:x}\"",
                    "\"    \"");

    /** Texts that are no JSON. */
    private static final List<String> NO_JSON =
            List.of(
                    "\"a\u0000b\"",
                    "\"a\u0001\nb\"",
                    "\"\u00c3(\"",
                    "\"\u00ff\u00fe\"",
                    "\"\u00ed\u00a0\u0080\"",
                    "\"\u00c0\u00af\"",
                    "\"\\x41\"",
                    "\"\\u12\"",
                    "'single'",
                    "NaN",
                    "Infinity",
                    "0x10",
                    "007",
                    "undefined",
                    "\"open");

    private static final List<String> STRANGERS =
            List.of("surplus", "key", "__proto__", "class", "", "a.b[0]", "\u00e9");

    List<Twist> all() {
        return List.of(
                twist("field missing", (draft, field, random) -> draft.requireBody().remove(field)),
                twist("field null", (draft, field, random) -> draft.requireBody().putNull(field)),
                twist("field of another type", replace(TYPES)),
                twist("field a strange number", replace(NUMBERS)),
                twist("field a strange text", replace(STRANGE_TEXTS)),
                twist("field no JSON", this::noJson),
                twist("field of another length", this::anotherLength),
                twist("field very long", this::veryLong),
                twist("field nested deep", this::deep),
                twist("field twice", FieldTwists::twice),
                twist("field in another case", FieldTwists::anotherCase),
                twist("field unknown", FieldTwists::unknown));
    }

    /** Changes one field. */
    private interface FieldTurn {
        void twist(Draft draft, String field, SplittableRandom random);
    }

    private Twist twist(String name, FieldTurn turn) {
        return new Twist(
                name,
                Twist::takesBody,
                (draft, random) -> {
                    JsonNode schema = Objects.requireNonNull(draft.operation.body());
                    String field =
                            Twist.any(List.copyOf(schemas.properties(schema).keySet()), random);
                    draft.aim = field;
                    turn.twist(draft, field, random);
                    if (draft.rawBody == null) {
                        draft.forbidden = !schemas.allows(schema, draft.requireBody());
                    }
                });
    }

    private FieldTurn replace(List<String> values) {
        return (draft, field, random) -> put(draft, field, Twist.any(values, random));
    }

    /** The text as it is written, and what the document says about its value. */
    private void put(Draft draft, String field, String json) {
        if (json.length() > READABLE_CHARACTERS) {
            draft.replaceInBody(field, json);
            draft.aim = null;
            draft.forbidden = true;
            return;
        }
        ObjectNode read = draft.requireBody().deepCopy();
        read.set(field, JsonMapper.shared().readTree(json));
        draft.replaceInBody(field, json);
        draft.forbidden = !schemas.allows(Objects.requireNonNull(draft.operation.body()), read);
    }

    private void noJson(Draft draft, String field, SplittableRandom random) {
        draft.replaceInBody(field, Twist.any(NO_JSON, random));
        draft.aim = null;
        draft.forbidden = true;
    }

    /** At and one beyond the limits. */
    private void anotherLength(Draft draft, String field, SplittableRandom random) {
        JsonNode schema = Objects.requireNonNull(draft.operation.body());
        JsonNode limits = schemas.resolve(schemas.properties(schema).getOrDefault(field, schema));
        int least = limits.path("minLength").asInt(1);
        int most = limits.path("maxLength").asInt(64);
        List<Integer> lengths = List.of(0, Math.max(0, least - 1), least, most, most + 1);
        draft.requireBody().put(field, "a".repeat(Twist.any(lengths, random)));
    }

    private void veryLong(Draft draft, String field, SplittableRandom random) {
        draft.requireBody().put(field, "long ".repeat(LONG_TEXT / 5));
    }

    private void deep(Draft draft, String field, SplittableRandom random) {
        boolean lists = random.nextBoolean();
        String open = lists ? "[" : "{\"a\":";
        String close = lists ? "]" : "}";
        draft.replaceInBody(field, open.repeat(DEEP) + "1" + close.repeat(DEEP));
        draft.aim = null;
        draft.forbidden = true;
    }

    private static void twice(Draft draft, String field, SplittableRandom random) {
        String text = Draft.text(draft.requireBody());
        String first = JsonMapper.shared().writeValueAsString(field) + ":\"first\",";
        boolean alone = draft.requireBody().path(field).isMissingNode();
        draft.rawBody = "{" + first + (alone ? first : "") + text.substring(1);
        draft.aim = null;
        draft.forbidden = true;
    }

    private static void anotherCase(Draft draft, String field, SplittableRandom random) {
        String other = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        draft.requireBody().put(other, "x");
        draft.aim = other;
        draft.forbidden = true;
    }

    private static void unknown(Draft draft, String field, SplittableRandom random) {
        String stranger = Twist.any(STRANGERS, random);
        draft.requireBody().put(stranger, "x");
        draft.aim = stranger.isEmpty() ? null : stranger;
    }
}
