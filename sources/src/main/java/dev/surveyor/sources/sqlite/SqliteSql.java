package dev.surveyor.sources.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The {@code .sql} files beside this class. */
final class SqliteSql {

    private SqliteSql() {}

    static String read(String name) {
        try (InputStream file = SqliteSql.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("missing SQL file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
