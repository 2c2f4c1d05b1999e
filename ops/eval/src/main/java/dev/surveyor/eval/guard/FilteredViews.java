package dev.surveyor.eval.guard;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import dev.surveyor.eval.guard.PolicyFiles.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The same policies as views of the same names: the other way to lay them over statements. Beside
 * them copies with the tables' keys: without one a view takes fewer statements with GROUP BY.
 */
final class FilteredViews {

    static final String SCHEMA = "filtered_by_views";
    static final String KEYED = "filtered_with_keys";

    private FilteredViews() {}

    static void create(Connection administrator, Policies policies, Login reader)
            throws SQLException {
        Set<TableName> tables = new LinkedHashSet<>();
        policies.rowFilters().forEach(filter -> tables.add(filter.table()));
        policies.masks().forEach(mask -> tables.add(mask.column().table()));
        String role = GuardedDatabase.quoted(reader.name());
        try (Statement statement = administrator.createStatement()) {
            for (String schema : List.of(SCHEMA, KEYED)) {
                statement.execute("CREATE SCHEMA " + schema);
                statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO " + role);
            }
            for (TableName table : tables) {
                String view = SCHEMA + "." + GuardedDatabase.quoted(table.name());
                statement.execute(
                        "CREATE VIEW " + view + " AS " + query(administrator, table, policies));
                String copy = KEYED + "." + GuardedDatabase.quoted(table.name());
                statement.execute("CREATE TABLE " + copy + " AS TABLE " + view);
                for (String key : GuardedDatabase.texts(administrator, keys(table))) {
                    statement.execute("ALTER TABLE " + copy + " ADD " + key);
                }
                statement.execute("GRANT SELECT ON " + view + ", " + copy + " TO " + role);
            }
        }
    }

    private static String keys(TableName table) {
        return "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'p' AND conrelid"
                + " = "
                + GuardedDatabase.literal(
                        GuardedDatabase.quoted(table.schema())
                                + "."
                                + GuardedDatabase.quoted(table.name()))
                + "::regclass";
    }

    private static String query(Connection administrator, TableName table, Policies policies)
            throws SQLException {
        String name =
                GuardedDatabase.quoted(table.schema()) + "." + GuardedDatabase.quoted(table.name());
        List<String> columns = new ArrayList<>();
        for (String column :
                GuardedDatabase.texts(
                        administrator,
                        "SELECT attname FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND"
                                + " attrelid = "
                                + GuardedDatabase.literal(name)
                                + "::regclass ORDER BY attnum")) {
            columns.add(column(new ColumnName(table, column), name, administrator, policies));
        }
        String filters =
                policies.rowFilters().stream()
                        .filter(filter -> filter.table().equals(table))
                        .map(RowFilter::condition)
                        .reduce("true", (all, one) -> all + " AND (" + one + ")");
        return "SELECT " + String.join(", ", columns) + " FROM " + name + " WHERE " + filters;
    }

    private static String column(
            ColumnName column, String table, Connection administrator, Policies policies)
            throws SQLException {
        String name = GuardedDatabase.quoted(column.name());
        boolean masked = policies.masks().stream().map(Mask::column).anyMatch(column::equals);
        if (!masked) {
            return name;
        }
        String type =
                GuardedDatabase.texts(
                                administrator,
                                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE"
                                        + " attrelid = "
                                        + GuardedDatabase.literal(table)
                                        + "::regclass AND attname = "
                                        + GuardedDatabase.literal(column.name()))
                        .getFirst();
        return "NULL::" + type + " AS " + name;
    }
}
