package dev.surveyor.sources.sqlite;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Count;
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

    /**
     * What was read.
     *
     * @param complete whether it was all
     * @param rows of the table as far as that can be told
     */
    record Passed(TableMeasure measure, boolean complete, Count rows) {}

    Passed whole(Connection connection) throws SQLException {
        TableMeasure measure = measure(true);
        boolean all = read(connection, "SELECT %s FROM %s".formatted(cells(), name()), measure);
        return new Passed(
                measure, all, all ? Count.exactly(measure.rows()) : atLeast(measure.rows()));
    }

    /** Blocks of rows from all over the table; the first ones where rows have no numbers. */
    Passed sample(Connection connection, long rowsMax) throws SQLException {
        RowNumbers numbers = RowNumbers.read(connection, table);
        if (numbers == null) {
            return first(connection, rowsMax);
        }
        if (numbers.span() <= rowsMax) {
            return whole(connection);
        }
        TableMeasure measure = measure(false);
        read(
                connection,
                "WITH %s SELECT %s FROM block JOIN %s ON %s"
                        .formatted(
                                numbers.blocks(rowsMax), cells(), name(), numbers.inBlock(rowsMax)),
                measure);
        if (measure.rows() < rowsMax / 2) {
            // Most numbers are of no row: these blocks say little of the table.
            return first(connection, rowsMax);
        }
        long rows = Math.round((double) numbers.span() * measure.rows() / rowsMax);
        return new Passed(measure, false, Count.about(Math.max(rows, measure.rows()), 0.1));
    }

    private Passed first(Connection connection, long rowsMax) throws SQLException {
        TableMeasure measure = measure(false);
        read(connection, "SELECT %s FROM %s LIMIT %d".formatted(cells(), name(), rowsMax), measure);
        return measure.rows() < rowsMax
                ? whole(connection)
                : new Passed(measure, false, atLeast(measure.rows()));
    }

    private Count atLeast(long rows) {
        return Count.about(Math.max(rows, table.estimate().rows()), 1);
    }

    private TableMeasure measure(boolean wholeTable) {
        return new TableMeasure(
                table, columns.stream().map(this::measured).toList(), request, wholeTable);
    }

    /** False: the budget of bytes was spent before the last row. */
    private boolean read(Connection connection, String sql, TableMeasure measure)
            throws SQLException {
        long bytes = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                if (bytes > request.tableBytesMax()) {
                    return false;
                }
                int weight = measure.nextRow();
                for (int i = 0; i < columns.size(); i++) {
                    bytes += add(measure.column(i), row, 2 * i + 1, weight);
                }
            }
        }
        return true;
    }

    private MeasuredColumn measured(Column column) {
        boolean unique =
                table.keys().stream().map(Key::columns).anyMatch(List.of(column.name())::equals);
        boolean ordered = column.type().family() != TypeFamily.BINARY;
        return new MeasuredColumn(column, new SqliteForm(ordered), unique);
    }

    private String name() {
        return SqliteSql.quote(table.name().schema()) + "." + SqliteSql.quote(table.name().name());
    }

    private String cells() {
        return columns.isEmpty()
                ? "NULL"
                : columns.stream()
                        .map(column -> SqliteSql.quote(column.name()))
                        .map(SqlitePass::cell)
                        .collect(Collectors.joining(", "));
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
