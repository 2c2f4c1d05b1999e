package dev.surveyor.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that is being made up: a good one first, then twisted. Texts stand for bytes, one
 * character each.
 */
final class Draft {

    final Operation operation;
    String method;

    /** Sent instead of the operation's path. */
    @Nullable String target;

    final Map<String, String> pathValues = new LinkedHashMap<>();

    /** Pairs as they are sent. */
    final List<String> query = new ArrayList<>();

    final List<String> headers = new ArrayList<>();
    @Nullable ObjectNode body;

    /** Sent instead of the body. */
    @Nullable String rawBody;

    String contentType = "application/json";
    boolean chunked;

    /** What a 400 must name; null: whatever it likes. */
    @Nullable String aim;

    /** The document forbids it: no good answer is right. */
    boolean forbidden;

    /** It is not about a body or a parameter: a 400 need not name a field. */
    boolean envelope;

    /** The container may refuse it before anything of ours is reached. */
    boolean unparsable;

    Draft(Operation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    /** The field of the body becomes this JSON text, be it valid or not. */
    void replaceInBody(String field, String json) {
        ObjectNode object = requireBody();
        String mark = "\u0001mark\u0001";
        object.put(field, mark);
        rawBody = text(object).replace(JsonMapper.shared().writeValueAsString(mark), json);
    }

    ObjectNode requireBody() {
        if (body == null) {
            throw new IllegalStateException(operation + " takes no body");
        }
        return body;
    }

    static String text(ObjectNode object) {
        return new String(
                JsonMapper.shared().writeValueAsBytes(object), StandardCharsets.ISO_8859_1);
    }

    RawCall call() {
        String path = target == null ? operation.path() : target;
        for (Map.Entry<String, String> value : pathValues.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        String whole = query.isEmpty() ? path : path + "?" + String.join("&", query);
        String sent = rawBody != null ? rawBody : body == null ? null : text(body);
        List<String> lines = new ArrayList<>(headers);
        if (sent != null && !contentType.isEmpty()) {
            lines.add("Content-Type: " + contentType);
        }
        return new RawCall(method, whole, lines, sent, chunked);
    }
}
