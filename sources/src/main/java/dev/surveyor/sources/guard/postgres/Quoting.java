package dev.surveyor.sources.guard.postgres;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and texts so that PostgreSQL reads them as they are. */
final class Quoting {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Quoting() {}

    static String identifier(String name) {
        return PLAIN.matcher(name).matches() && !Keywords.needsQuotes(name)
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String qualified(List<String> name) {
        return name.stream().map(Quoting::identifier).collect(Collectors.joining("."));
    }

    /** The same text whether standard_conforming_strings is on or off. */
    static String literal(String text) {
        String quoted = text.replace("'", "''");
        return text.indexOf('\\') < 0
                ? "'" + quoted + "'"
                : "E'" + quoted.replace("\\", "\\\\") + "'";
    }
}
