package dev.surveyor.eval.databases;

import dev.surveyor.eval.EvaluationException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Scripts, loaded into schemas of their own on one PostgreSQL server when somebody first asks for
 * them. A schema is loaded in one transaction and marked with what it came from, so a later run
 * finds it complete or not at all.
 */
final class PostgresSchemas {

    private final String url;
    private final Map<Path, String> ready = new ConcurrentHashMap<>();

    PostgresSchemas(String url) {
        this.url = url;
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Makes sure that the script's schema is there, and gives its name. */
    String load(Path script) {
        String loaded = ready.get(script);
        return loaded == null ? loadOnce(script) : loaded;
    }

    private synchronized String loadOnce(Path script) {
        return ready.computeIfAbsent(script, this::loadNow);
    }

    private String loadNow(Path script) {
        try (Connection connection = DriverManager.getConnection(url)) {
            String schema = PostgresScript.schemaOf(script);
            connection.setAutoCommit(false);
            String mark = "surveyor-eval " + FileHash.sha256(script);
            lock(connection);
            if (!mark.equals(markOf(connection, schema))) {
                PostgresScript.run(connection, script);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("COMMENT ON SCHEMA " + quote(schema) + " IS '" + mark + "'");
                }
            }
            connection.commit();
            return schema;
        } catch (SQLException | IOException e) {
            throw new EvaluationException(
                    "Cannot load "
                            + script
                            + " into the PostgreSQL server: "
                            + e.getMessage()
                            + " Where the schema is there already and not ours, give another"
                            + " database.",
                    e);
        }
    }

    /** Another process may load the same script: it waits here until we are done. */
    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('surveyor-eval'))");
        }
    }

    private static @Nullable String markOf(Connection connection, String schema)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace"
                                + " WHERE nspname = ?")) {
            statement.setString(1, schema);
            try (ResultSet results = statement.executeQuery()) {
                return results.next() ? results.getString(1) : null;
            }
        }
    }
}
