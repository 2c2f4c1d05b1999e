package dev.surveyor.sources.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The {@code .sql} files beside this class. A line that ends with {@code --@ since N} or {@code --@
 * until N} is for servers of that major version and later, or earlier, only.
 */
final class PostgresSql {

    private static final Pattern MARKED = Pattern.compile("(.*?)--@ (since|until) (\\d+)\\s*");
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private PostgresSql() {}

    static String read(String name) {
        return TEXTS.computeIfAbsent(name, PostgresSql::load);
    }

    static String read(String name, int majorVersion) {
        return read(name)
                .lines()
                .filter(line -> isFor(line, majorVersion))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isFor(String line, int majorVersion) {
        Matcher marked = MARKED.matcher(line);
        if (!marked.matches()) {
            return true;
        }
        int version = Integer.parseInt(marked.group(3));
        return marked.group(2).equals("since") ? majorVersion >= version : majorVersion <= version;
    }

    private static String load(String name) {
        try (InputStream file = PostgresSql.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("missing SQL file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
