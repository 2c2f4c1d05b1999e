package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Where a role looks names up that have no schema, before any session of ours changes that. */
final class SearchPath {

    private static final String SQL =
            "SELECT reset_val, current_user, (SELECT array_agg(nspname::text) FROM pg_namespace)"
                    + " FROM pg_settings WHERE name = 'search_path'";

    private SearchPath() {}

    static List<String> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            List<String> schemas = List.of((String[]) row.getArray(3).getArray());
            List<String> path = new ArrayList<>();
            for (Token token : Lexer.tokens(row.getString(1))) {
                String name = token.text().equals("$user") ? row.getString(2) : token.text();
                boolean named = token.kind() == Kind.NAME || token.kind() == Kind.WORD;
                if (named && schemas.contains(name) && !Visibility.isSystem(name)) {
                    path.add(name);
                }
            }
            return List.copyOf(path);
        }
    }
}
