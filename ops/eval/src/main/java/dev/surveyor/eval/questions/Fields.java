package dev.surveyor.eval.questions;

import dev.surveyor.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of a JSON file, read field by field; what is wrong is said with file, line and field.
 *
 * @param place file and line
 */
record Fields(String place, JsonNode node) {

    String text(String field) {
        String text = optionalText(field);
        if (text == null) {
            throw bad(field, "is missing");
        }
        return text;
    }

    @Nullable String optionalText(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw bad(field, "must be a text, but is " + kind(value));
        }
        return value.stringValue();
    }

    @Nullable Boolean optionalBoolean(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw bad(field, "must be true or false, but is " + kind(value));
        }
        return value.booleanValue();
    }

    List<String> optionalTexts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : optionalArray(field)) {
            if (!value.isString()) {
                throw bad(field, "must hold texts only, but holds " + kind(value));
            }
            texts.add(value.stringValue());
        }
        return texts;
    }

    /** An array of arrays of single values, all as long as the first. */
    @Nullable List<List<@Nullable Object>> optionalRows(String field) {
        if (find(field) == null) {
            return null;
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonNode row : optionalArray(field)) {
            if (!row.isArray()) {
                throw bad(field, "must hold arrays, one per row, but holds " + kind(row));
            }
            List<@Nullable Object> cells = new ArrayList<>();
            for (JsonNode cell : row) {
                cells.add(scalar(field, cell));
            }
            if (!rows.isEmpty() && cells.size() != rows.getFirst().size()) {
                throw bad(
                        field,
                        String.format(
                                "must hold rows of one length, but row %d has %d cells and the"
                                        + " first one %d",
                                rows.size() + 1, cells.size(), rows.getFirst().size()));
            }
            rows.add(cells);
        }
        return rows;
    }

    private @Nullable Object scalar(String field, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        } else if (cell.isString()) {
            return cell.stringValue();
        } else if (cell.isBoolean()) {
            return cell.booleanValue();
        } else if (cell.isNumber()) {
            return cell.numberValue();
        }
        throw bad(field, "must hold single values, but holds " + kind(cell));
    }

    Iterable<JsonNode> array(String field) {
        if (find(field) == null) {
            throw bad(field, "is missing");
        }
        return optionalArray(field);
    }

    private Iterable<JsonNode> optionalArray(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw bad(field, "must be an array, but is " + kind(value));
        }
        return value.values();
    }

    private @Nullable JsonNode find(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    EvaluationException bad(String field, String problem) {
        return new EvaluationException(place + ", field \"" + field + "\": " + problem + ".");
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case NULL, MISSING -> "null";
            case BINARY -> "bytes";
        };
    }
}
