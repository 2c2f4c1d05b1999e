package dev.surveyor.eval.databases;

import dev.surveyor.eval.Access;
import dev.surveyor.eval.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the databases that questions name; from several threads at once. */
public interface Databases {

    /** How to reach a database; null where there is none with rows in it. */
    @Nullable Access access(String database);

    /** {@code database/<id>/<id>.sqlite} under a folder in Spider's form. */
    static Databases spiderFiles(Path folder) {
        return database -> {
            Path file = folder.resolve("database").resolve(database).resolve(database + ".sqlite");
            return Files.isRegularFile(file)
                    ? new Access(Dialect.SQLITE, "jdbc:sqlite:" + file.toAbsolutePath(), null)
                    : null;
        };
    }

    /** {@code pg/<id>.sql} under a folder in Spider's form, loaded into a server. */
    static Databases spiderScripts(Path folder, String url) {
        PostgresSchemas schemas = new PostgresSchemas(url);
        return database -> {
            Path script = folder.resolve("pg").resolve(database + ".sql");
            if (!Files.isRegularFile(script)) {
                return null;
            }
            return new Access(Dialect.POSTGRES, url, schemas.load(script));
        };
    }

    /** Databases that the command line names, by their JDBC addresses. */
    static Databases named(Map<String, String> urls) {
        return database -> {
            String url = urls.get(database);
            if (url == null) {
                return null;
            }
            boolean sqlite = url.startsWith("jdbc:sqlite:");
            return new Access(sqlite ? Dialect.SQLITE : Dialect.POSTGRES, url, null);
        };
    }
}
