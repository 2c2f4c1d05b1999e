package dev.surveyor.access.web;

import dev.surveyor.access.web.Problems.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON text, in words that name the field and no class of ours. */
final class JsonTrouble {

    private JsonTrouble() {}

    static FieldError of(JacksonException trouble) {
        return switch (trouble) {
            case UnrecognizedPropertyException e ->
                    new FieldError(path(e), "is not a field of this request");
            case InvalidFormatException e ->
                    new FieldError(path(e), "must be " + inWords(e.getTargetType()));
            case MismatchedInputException e ->
                    new FieldError(path(e), "must be " + inWords(e.getTargetType()));
            case StreamConstraintsException e ->
                    new FieldError("body", "is nested too deep or has too long a text or number");
            case InputCoercionException e ->
                    new FieldError(path(e), "must be a number of a sensible size");
            case DatabindException e -> new FieldError(path(e), "is wrong");
            default -> new FieldError("body", "is not JSON" + at(trouble));
        };
    }

    private static String at(JacksonException trouble) {
        return trouble.getLocation() == null || trouble.getLocation().getLineNr() < 0
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                trouble.getLocation().getLineNr(),
                                trouble.getLocation().getColumnNr());
    }

    private static String path(JacksonException trouble) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : trouble.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    static String inWords(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (type == String.class || CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type)
                ? "a list"
                : type.isRecord() ? "an object" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
