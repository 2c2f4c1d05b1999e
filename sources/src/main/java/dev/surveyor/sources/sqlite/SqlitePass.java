package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.profile.ColumnMeasure;
import dev.surveyor.sources.profile.MeasuredColumn;
import dev.surveyor.sources.profile.TableMeasure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One pass over a table's columns, of whatever kind each single cell is. */
final class SqlitePass {

    private static final int CUT_CHARS = 1000;
    private static final int CUT_BYTES = 500;

    private final Table table;
    private final ProfileRequest request;
    private final List<Column> columns;

    SqlitePass(Table table, ProfileRequest request) {
        this.table = table;
        this.request = request;
        this.columns = SqliteProfiler.readable(table);
    }

    /** What was read, and whether it was all. */
    record Passed(TableMeasure measure, boolean complete) {}

    Passed run(Connection connection, long rowsMax) throws SQLException {
        TableMeasure measure =
                new TableMeasure(
                        table,
                        columns.stream().map(this::measured).toList(),
                        request,
                        rowsMax == Long.MAX_VALUE);
        long bytes = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql(rowsMax))) {
            while (row.next()) {
                if (measure.rows() == rowsMax || bytes > request.tableBytesMax()) {
                    return new Passed(measure, false);
                }
                int weight = measure.nextRow();
                for (int i = 0; i < columns.size(); i++) {
                    bytes += add(measure.column(i), row, 2 * i + 1, weight);
                }
            }
        }
        return new Passed(measure, true);
    }

    private MeasuredColumn measured(Column column) {
        boolean unique =
                table.keys().stream().map(Key::columns).anyMatch(List.of(column.name())::equals);
        boolean ordered = column.type().family() != TypeFamily.BINARY;
        return new MeasuredColumn(column, new SqliteForm(ordered), unique);
    }

    private String sql(long rowsMax) {
        String cells =
                columns.stream()
                        .map(column -> SqliteSql.quote(column.name()))
                        .map(SqlitePass::cell)
                        .collect(Collectors.joining(", "));
        return "SELECT %s FROM %s.%s%s"
                .formatted(
                        cells.isEmpty() ? "NULL" : cells,
                        SqliteSql.quote(table.name().schema()),
                        SqliteSql.quote(table.name().name()),
                        rowsMax == Long.MAX_VALUE ? "" : " LIMIT " + (rowsMax + 1));
    }

    /** The cell, and of a long one its length. */
    private static String cell(String name) {
        return ("CASE typeof(%1$s) WHEN 'text' THEN substr(%1$s, 1, %2$d)"
                        + " WHEN 'blob' THEN 'x' || hex(substr(%1$s, 1, %3$d)) ELSE %1$s END,"
                        + " CASE WHEN typeof(%1$s) IN ('text', 'blob') AND length(%1$s) > %3$d THEN length(%1$s) ELSE 0 END")
                .formatted(name, CUT_CHARS, CUT_BYTES);
    }

    private static int add(ColumnMeasure column, ResultSet row, int number, int weight)
            throws SQLException {
        @Nullable Object value = row.getObject(number);
        if (value == null) {
            column.addNull();
            return 1;
        }
        String text = value instanceof Number ? row.getString(number) : value.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long length = row.getLong(number + 1);
        column.add(bytes, 0, bytes.length, length > CUT_CHARS ? length : 0, weight);
        return bytes.length;
    }
}
