package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which the file keeps a table's rows: any of them is found at once.
 *
 * @param name as which the table's own columns leave them to be asked for
 */
record RowNumbers(String name, long least, long most) {

    private static final List<String> NAMES = List.of("rowid", "_rowid_", "oid");
    private static final int BLOCKS = 50;

    /** Null: the rows of this table have none. */
    static @Nullable RowNumbers read(Connection connection, Table table) throws SQLException {
        Optional<String> name =
                NAMES.stream()
                        .filter(each ->
                                table.columns().stream()
                                        .noneMatch(column -> column.name().equalsIgnoreCase(each)))
                        .findFirst();
        if (table.kind() != TableKind.TABLE || name.isEmpty()) {
            return null;
        }
        String sql =
                "SELECT (SELECT min(%1$s) FROM %2$s.%3$s), (SELECT max(%1$s) FROM %2$s.%3$s)"
                        .formatted(
                                name.get(),
                                SqliteSql.quote(table.name().schema()),
                                SqliteSql.quote(table.name().name()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return new RowNumbers(name.get(), row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            if (e.getMessage() != null && e.getMessage().contains("no such column")) {
                return null;
            }
            throw e;
        }
    }

    /** A table that does not number all its rows may have fewer. */
    long span() {
        long span = most - least + 1;
        return span < 0 ? Long.MAX_VALUE : span;
    }

    /** As many numbers, in blocks that begin at equal distances. */
    String blocks(long numbers) {
        long each = Math.max(1, numbers / BLOCKS);
        return "block(at) AS (SELECT %d + %d * value FROM (%s))"
                .formatted(least, Math.max(each, span() / BLOCKS), values());
    }

    private static String values() {
        StringBuilder values = new StringBuilder("SELECT 0 AS value");
        for (int i = 1; i < BLOCKS; i++) {
            values.append(" UNION ALL SELECT ").append(i);
        }
        return values.toString();
    }

    String inBlock(long numbers) {
        return "%1$s BETWEEN at AND at + %2$d".formatted(name, Math.max(1, numbers / BLOCKS) - 1);
    }
}
