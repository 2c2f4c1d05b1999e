package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.RolePowers;
import dev.surveyor.sources.SourceWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What our role could do besides reading, and how to make one that could not. */
final class PostgresPowers {

    private PostgresPowers() {}

    static RolePowers read(SourceWork work) {
        return work.transaction(PostgresPowers::read);
    }

    private static RolePowers read(Connection connection) throws SQLException {
        CatalogQueries queries = new CatalogQueries(connection);
        List<String> writable = new ArrayList<>();
        queries.each(
                "powers-writable",
                row -> writable.add(new TableName(row.getString(1), row.getString(2)).toString()));
        List<RolePowers> powers = new ArrayList<>();
        queries.each("powers", row -> powers.add(powers(row, writable)));
        return powers.getFirst();
    }

    private static RolePowers powers(ResultSet row, List<String> writable) throws SQLException {
        String[] serverRights = (String[]) row.getArray(4).getArray();
        return new RolePowers(
                row.getString(1),
                row.getBoolean(2),
                row.getBoolean(3),
                List.of(serverRights),
                writable,
                row.getBoolean(5));
    }

    static String script(
            PostgresDialect dialect, String database, String login, List<String> schemas) {
        StringBuilder script = new StringBuilder();
        String role = dialect.quote(login);
        script.append(
                """
                -- Run by the owner of the tables or a superuser; then set a password with \\password.
                -- Where the role is there already, leave CREATE ROLE out.
                """);
        script.append(
                "CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 10;\n"
                        .formatted(role));
        script.append("ALTER ROLE %s SET default_transaction_read_only = on;\n".formatted(role));
        script.append(
                "GRANT CONNECT ON DATABASE %s TO %s;\n".formatted(dialect.quote(database), role));
        script.append(
                "-- The last line of each schema is for tables that whoever runs this makes later.\n");
        for (String name : schemas) {
            String schema = dialect.quote(name);
            script.append("GRANT USAGE ON SCHEMA %s TO %s;\n".formatted(schema, role));
            script.append(
                    "GRANT SELECT ON ALL TABLES IN SCHEMA %s TO %s;\n".formatted(schema, role));
            script.append(
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT SELECT ON TABLES TO %s;\n"
                            .formatted(schema, role));
        }
        if (schemas.contains("public")) {
            script.append(
                    """
                    -- Before PostgreSQL 15 everybody may make tables in public. To end that:
                    -- REVOKE CREATE ON SCHEMA public FROM PUBLIC;
                    """);
        }
        return script.toString();
    }
}
