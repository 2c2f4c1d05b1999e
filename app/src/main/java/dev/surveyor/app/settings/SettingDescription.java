package dev.surveyor.app.settings;

import dev.surveyor.catalog.Secret;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * One property as its record describes it.
 *
 * @param name such as {@code surveyor.http.shutdown-grace}
 * @param owner the record it is a component of
 * @param component its name there
 * @param type what its text is converted to
 * @param defaultValue as text; empty: none
 */
record SettingDescription(
        String name,
        Class<?> owner,
        String component,
        ResolvableType type,
        String defaultValue,
        String description) {

    boolean secret() {
        return type.resolve() == Secret.class;
    }

    boolean list() {
        return type.resolve() == List.class;
    }

    /** The name of the environment variable that sets it. */
    String environmentVariable() {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What text may stand for the type, as the end of a sentence that begins with "must be". */
    String form() {
        Class<?> resolved = type.resolve(String.class);
        if (resolved.isEnum()) {
            return "one of " + String.join(", ", constants(resolved));
        }
        return switch (resolved.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "Duration" -> "a duration such as 500ms, 10s or 5m";
            case "DataSize" -> "a size such as 512KB or 10MB";
            case "Path" -> "a path";
            case "ZoneId" -> "a time zone such as Europe/Berlin";
            case "List" -> "a list, in a file one line each, elsewhere separated by commas";
            case String other -> "text that a " + other + " can be read from";
        };
    }

    private static String[] constants(Class<?> type) {
        @Nullable Object[] constants = type.getEnumConstants();
        String[] names = new String[constants == null ? 0 : constants.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.valueOf(constants[i]).toLowerCase(Locale.ROOT);
        }
        return names;
    }
}
