package dev.surveyor.bench.http;

import dev.surveyor.bench.http.Operation.Parameter;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What may be wrong with path and query. */
record ParameterTwists(Schemas schemas) {

    private static final int LONG_VALUE = 5000;
    private static final int TOO_LONG_LINE = 60_000;
    private static final int MANY = 2000;

    /** As they are sent and as they are meant; an empty meaning is nobody's business. */
    private record Value(String sent, String meant) {}

    private static final List<Value> VALUES =
            List.of(
                    plain("0"),
                    plain("-1"),
                    plain("1"),
                    plain("200"),
                    plain("201"),
                    plain("2147483648"),
                    plain("9".repeat(400)),
                    plain("1e3"),
                    plain("1.5"),
                    plain("NaN"),
                    plain("true"),
                    plain("yes"),
                    plain("null"),
                    plain("admin"),
                    plain("00000000-0000-0000-0000-000000000000"),
                    plain("1-1-1-1-1"),
                    plain("2026-01-31"),
                    plain("2026-01-31T12:00:00Z"),
                    plain("9999999999-01-31T12:00:00Z"),
                    plain("-999999999-01-01T00:00:00Z"),
                    plain("+1000000000-12-31T23:59:59Z"),
                    new Value("%20", " "),
                    new Value("%00", "\u0000"),
                    new Value("a%00b", "a\u0000b"),
                    new Value("%0d%0aX-Evil:%201", "\r\nX-Evil: 1"),
                    new Value("%1b%5b31m", "\u001b[31m"),
                    new Value("%f0%9f%98%80", "\ud83d\ude00"),
                    new Value("%27%20OR%201%3d1%20--", "' OR 1=1 --"),
                    new Value("%25%5f%5c", "%_\\"),
                    new Value("%c4%b0%c3%9f", "\u0130\u00df"),
                    new Value("%7e", "~"));

    /** No text in UTF-8, or no encoding at all. */
    private static final List<String> BAD_ENCODING =
            List.of("%c3%28", "%ff%fe", "%ed%a0%80", "%c0%af", "%zz", "%", "%4", "%u0041", "a%");

    private static final List<String> STRANGE_PATHS =
            List.of(
                    "/../%s",
                    "//%s",
                    "/%s/",
                    "/%s;a=b",
                    "/%s;jsessionid=1",
                    "/%s%%2e%%2e",
                    "/%s%%2f",
                    "/%s%%00",
                    "/./%s",
                    "/%s%%5c",
                    "/%s%%0a",
                    "/%s.json",
                    "/%s%%",
                    "/%s%%c3%%28",
                    "/%s\u00e9",
                    "/%s|",
                    "/%s#",
                    "/%s%%zz",
                    "/%s%%3b");

    private static Value plain(String text) {
        return new Value(text, text);
    }

    List<Twist> all() {
        return List.of(
                twist("parameter of a strange value", this::value),
                twist(
                        "parameter empty",
                        (draft, parameter, random) -> put(draft, parameter, plain(""))),
                twist(
                        "parameter very long",
                        (draft, parameter, random) ->
                                put(draft, parameter, plain("a".repeat(LONG_VALUE)))),
                twist("parameter badly encoded", ParameterTwists::badlyEncoded),
                twist("parameter missing", this::missing),
                twist("parameter twice", this::twice),
                new Twist(
                        "parameter unknown",
                        any -> true,
                        (draft, random) -> {
                            draft.query.add("surplus=" + random.nextInt(100));
                            draft.envelope = true;
                        }),
                new Twist(
                        "parameters by the thousand",
                        any -> true,
                        (draft, random) -> {
                            for (int i = 0; i < MANY; i++) {
                                draft.query.add("p=");
                            }
                            draft.envelope = true;
                            draft.unparsable = true;
                        }),
                new Twist("query without sense", any -> true, ParameterTwists::senseless),
                new Twist(
                        "query too long",
                        any -> true,
                        (draft, random) -> {
                            draft.query.add("surplus=" + "x".repeat(TOO_LONG_LINE));
                            draft.envelope = true;
                            draft.unparsable = true;
                        }),
                new Twist("path strange", any -> true, ParameterTwists::strangePath));
    }

    /** Changes one parameter. */
    private interface ParameterTurn {
        void twist(Draft draft, Parameter parameter, SplittableRandom random);
    }

    private static Twist twist(String name, ParameterTurn turn) {
        return new Twist(
                name,
                operation -> !operation.parameters().isEmpty(),
                (draft, random) -> {
                    Parameter parameter = Twist.any(draft.operation.parameters(), random);
                    draft.aim = parameter.name();
                    turn.twist(draft, parameter, random);
                });
    }

    private void value(Draft draft, Parameter parameter, SplittableRandom random) {
        put(draft, parameter, Twist.any(VALUES, random));
    }

    private void put(Draft draft, Parameter parameter, Value value) {
        remove(draft, parameter);
        if (parameter.inPath()) {
            draft.pathValues.put(parameter.name(), value.sent());
            // Another path altogether may come of it.
            draft.envelope = true;
            draft.unparsable = value.sent().contains("%");
            draft.forbidden = false;
        } else {
            draft.query.add(parameter.name() + "=" + value.sent());
            JsonNode read = read(parameter.schema(), value.meant());
            // Spring reads an empty optional value as none.
            draft.forbidden =
                    !(value.meant().isBlank() && !parameter.required())
                            && (read == null || !schemas.allows(parameter.schema(), read));
        }
    }

    private @Nullable JsonNode read(JsonNode schema, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (schemas.resolve(schema).path("type").asString("")) {
            case "integer" ->
                    text.matches("-?\\d{1,18}") ? nodes.numberNode(Long.parseLong(text)) : null;
            // Spring reads these words too.
            case "boolean" ->
                    text.matches("true|false|yes|no|on|off|1|0") ? nodes.booleanNode(true) : null;
            default -> nodes.stringNode(text);
        };
    }

    private static void remove(Draft draft, Parameter parameter) {
        draft.query.removeIf(pair -> pair.startsWith(parameter.name() + "="));
    }

    private static void badlyEncoded(Draft draft, Parameter parameter, SplittableRandom random) {
        String sent = Twist.any(BAD_ENCODING, random);
        remove(draft, parameter);
        if (parameter.inPath()) {
            draft.pathValues.put(parameter.name(), sent);
            draft.unparsable = true;
        } else {
            draft.query.add(parameter.name() + "=" + sent);
        }
        draft.envelope = true;
        draft.forbidden = parameter.inPath();
    }

    private void missing(Draft draft, Parameter parameter, SplittableRandom random) {
        if (parameter.inPath()) {
            draft.pathValues.put(parameter.name(), "");
            draft.envelope = true;
        } else {
            remove(draft, parameter);
            draft.forbidden = parameter.required();
        }
    }

    private void twice(Draft draft, Parameter parameter, SplittableRandom random) {
        if (!parameter.inPath()) {
            Value value = Twist.any(VALUES, random);
            draft.query.add(parameter.name() + "=" + value.sent());
            draft.query.add(parameter.name() + "=" + Twist.any(VALUES, random).sent());
        }
        draft.aim = null;
    }

    private static void senseless(Draft draft, SplittableRandom random) {
        draft.query.add(
                Twist.any(
                        List.of(
                                "&&&", "=", "=x", "x", "?", "a=b=c", "%", "%=%", "a[0]=1", ";a=b",
                                "+"),
                        random));
        draft.envelope = true;
    }

    private static void strangePath(Draft draft, SplittableRandom random) {
        String template = Twist.any(STRANGE_PATHS, random);
        String path = draft.operation.path().substring(1);
        for (String name : draft.pathValues.keySet()) {
            path = path.replace("{" + name + "}", draft.pathValues.getOrDefault(name, ""));
        }
        draft.target = template.formatted(path);
        draft.envelope = true;
        draft.unparsable = true;
    }
}
