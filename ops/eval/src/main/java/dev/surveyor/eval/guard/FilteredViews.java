package dev.surveyor.eval.guard;

import static dev.surveyor.eval.guard.GuardedDatabase.literal;
import static dev.surveyor.eval.guard.GuardedDatabase.quoted;
import static dev.surveyor.eval.guard.GuardedDatabase.texts;

import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.TableName;
import dev.surveyor.eval.guard.PolicyFiles.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same policies as views of the same names: the other way to lay them over statements. Beside
 * them copies with the tables' keys: without one a view takes fewer statements with GROUP BY.
 */
final class FilteredViews {

    static final String SCHEMA = "filtered_by_views";
    static final String KEYED = "filtered_with_keys";

    private final Connection administrator;
    private final Policies policies;
    private final String role;

    private FilteredViews(Connection administrator, Policies policies, Login reader) {
        this.administrator = administrator;
        this.policies = policies;
        this.role = quoted(reader.name());
    }

    static void create(Connection administrator, Policies policies, Login reader)
            throws SQLException {
        new FilteredViews(administrator, policies, reader).create();
    }

    private void create() throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            for (String schema : List.of(SCHEMA, KEYED)) {
                statement.execute("CREATE SCHEMA " + schema);
                statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO " + role);
            }
            for (Map.Entry<TableName, TableName> table : tables().entrySet()) {
                table(statement, table.getKey(), table.getValue());
            }
            for (String schema : policies.schemas()) {
                views(statement, schema);
            }
        }
    }

    /** What is filtered or masked, and its parts as it is itself. */
    private Map<TableName, TableName> tables() throws SQLException {
        Map<TableName, TableName> tables = new LinkedHashMap<>();
        policies.rowFilters().forEach(filter -> tables.put(filter.table(), filter.table()));
        policies.masks().forEach(mask -> tables.put(mask.column().table(), mask.column().table()));
        for (TableName whole : List.copyOf(tables.keySet())) {
            for (String part :
                    texts(
                            administrator,
                            "SELECT c.relname FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid"
                                    + " WHERE inhparent = "
                                    + id(whole))) {
                tables.put(new TableName(whole.schema(), part), whole);
            }
        }
        return tables;
    }

    private void table(Statement statement, TableName table, TableName policed)
            throws SQLException {
        String view = SCHEMA + "." + quoted(table.name());
        String copy = KEYED + "." + quoted(table.name());
        statement.execute("CREATE VIEW " + view + " AS " + query(table, policed));
        statement.execute("CREATE TABLE " + copy + " AS TABLE " + view);
        for (String key :
                texts(
                        administrator,
                        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'p'"
                                + " AND conrelid = "
                                + id(table))) {
            statement.execute("ALTER TABLE " + copy + " ADD " + key);
        }
        statement.execute("GRANT SELECT ON " + view + ", " + copy + " TO " + role);
    }

    /** The database's own views, as they would be over these. */
    private void views(Statement statement, String schema) throws SQLException {
        statement.execute("SET search_path = " + quoted(schema));
        Map<String, String> definitions = new LinkedHashMap<>();
        String from = " FROM pg_views WHERE schemaname = " + literal(schema) + " ORDER BY viewname";
        List<String> names = texts(administrator, "SELECT viewname" + from);
        List<String> texts = texts(administrator, "SELECT definition" + from);
        for (int i = 0; i < names.size(); i++) {
            definitions.put(names.get(i), texts.get(i));
        }
        statement.execute("SET search_path = " + SCHEMA + ", " + quoted(schema));
        for (Map.Entry<String, String> view : definitions.entrySet()) {
            String name = SCHEMA + "." + quoted(view.getKey());
            statement.execute("CREATE VIEW " + name + " AS " + view.getValue());
            statement.execute("GRANT SELECT ON " + name + " TO " + role);
        }
        statement.execute("RESET search_path");
    }

    private static String id(TableName table) {
        return literal(quoted(table.schema()) + "." + quoted(table.name())) + "::regclass";
    }

    private String query(TableName table, TableName policed) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String column :
                texts(
                        administrator,
                        "SELECT attname FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND"
                                + " attrelid = "
                                + id(table)
                                + " ORDER BY attnum")) {
            String item = quoted(column);
            for (Mask mask : policies.masks()) {
                if (mask.column().table().equals(policed) && mask.column().name().equals(column)) {
                    item = masked(item, type(table, column), mask.kind()) + " AS " + item;
                }
            }
            columns.add(item);
        }
        String filters = "true";
        for (var filter : policies.rowFilters()) {
            filters += filter.table().equals(policed) ? " AND (" + filter.condition() + ")" : "";
        }
        return "SELECT "
                + String.join(", ", columns)
                + " FROM "
                + quoted(table.schema())
                + "."
                + quoted(table.name())
                + " WHERE "
                + filters;
    }

    private static String masked(String column, String type, Mask.Kind kind) {
        return switch (kind) {
            case HIDE -> "NULL::" + type;
            case PARTIAL -> "substring(" + column + "::text FROM '^.') || '***'";
            case HASH -> "md5(" + column + "::text)";
            case YEAR -> "make_date(extract(year FROM " + column + ")::int, 1, 1)::" + type;
        };
    }

    private String type(TableName table, String column) throws SQLException {
        return texts(
                        administrator,
                        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = "
                                + id(table)
                                + " AND attname = "
                                + literal(column))
                .getFirst();
    }
}
