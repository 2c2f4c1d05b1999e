package dev.surveyor.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** What may be wrong with a body as a whole. */
final class BodyTwists {

    private static final int MEGABYTE = 1_000_000;
    private static final int DEEP = 10_000;

    private static final List<String> NOT_OBJECTS =
            List.of("null", "[]", "42", "\"text\"", "true", "[{}]", "{", "{]", "}", "{\"a\"}", " ");

    private static final List<String> TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/octet-stream",
                    "application/json; charset=utf-16",
                    "application/json; charset=nonsense",
                    "application/json; charset=\"",
                    "application/merge-patch+json",
                    "*/*",
                    ";;;",
                    "json",
                    "application/",
                    "application/json, text/plain",
                    "a/" + "b".repeat(3000),
                    "");

    private BodyTwists() {}

    static List<Twist> all() {
        return List.of(
                raw("body empty", text -> ""),
                raw("body cut off", text -> text.substring(0, text.length() / 2)),
                raw("body twice", text -> text + text),
                raw("body with more behind it", text -> text + " x"),
                raw("body with a comment", text -> "/* c */" + text),
                raw("body with a comma too many", text -> text.replaceFirst("}$", ",}")),
                raw("body in UTF-16", BodyTwists::utf16),
                raw("body of control characters", text -> "\u0000\u0001\u0002\u007f\u0080\u00ff"),
                raw(
                        "body of a megabyte of text",
                        text -> "{\"a\":\"" + "x".repeat(MEGABYTE) + "\"}"),
                raw("body of a megabyte of spaces", text -> " ".repeat(MEGABYTE) + text),
                raw("body of a megabyte of fields", text -> fields()),
                raw("body of lists nested deep", text -> "[".repeat(DEEP) + "]".repeat(DEEP)),
                raw(
                        "body of objects nested deep",
                        text -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                new Twist("body no object", Twist::takesBody, BodyTwists::noObject),
                new Twist("body of a megabyte in a chunk", Twist::takesBody, BodyTwists::chunk),
                new Twist("content type wrong", Twist::takesBody, BodyTwists::wrongType),
                new Twist(
                        "body where none belongs",
                        operation -> !Twist.takesBody(operation),
                        (draft, random) -> {
                            draft.rawBody = "{\"surplus\":1}";
                            draft.envelope = true;
                        }));
    }

    private static Twist raw(String name, UnaryOperator<String> change) {
        return new Twist(
                name,
                Twist::takesBody,
                (draft, random) -> {
                    draft.rawBody = change.apply(Draft.text(draft.requireBody()));
                    // Spaces are no error but for their number; an optional body may be empty.
                    draft.forbidden = !draft.rawBody.isEmpty() || draft.operation.bodyRequired();
                });
    }

    private static String utf16(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)
                + "\u0000";
    }

    private static String fields() {
        StringBuilder fields = new StringBuilder("{");
        for (int i = 0; fields.length() < MEGABYTE; i++) {
            fields.append("\"f").append(i).append("\":1,");
        }
        return fields.append("\"last\":1}").toString();
    }

    private static void noObject(Draft draft, SplittableRandom random) {
        draft.rawBody = Twist.any(NOT_OBJECTS, random);
        boolean nothing = draft.rawBody.isBlank() || draft.rawBody.equals("null");
        draft.forbidden = !nothing || draft.operation.bodyRequired();
    }

    private static void chunk(Draft draft, SplittableRandom random) {
        draft.rawBody = "{\"a\":\"" + "x".repeat(MEGABYTE) + "\"}";
        draft.chunked = true;
        draft.forbidden = true;
    }

    private static void wrongType(Draft draft, SplittableRandom random) {
        draft.contentType = Twist.any(TYPES, random);
        draft.envelope = true;
    }
}
