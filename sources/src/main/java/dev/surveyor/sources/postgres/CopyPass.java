package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Column.Generation;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Table;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.profile.Bytes;
import dev.surveyor.sources.profile.ColumnMeasure;
import dev.surveyor.sources.profile.MeasuredColumn;
import dev.surveyor.sources.profile.TableMeasure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** One pass over a table's columns: the server streams binary rows, we add them up. */
final class CopyPass {

    private static final int HEADER_BYTES = 19;
    private static final int EXTENSION_LENGTH_AT = 15;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n'};

    private final Table table;
    private final List<Column> columns;
    private final List<CopyColumn> sent = new ArrayList<>();
    private final boolean[] withLength;
    private final boolean copiedAsItIs;
    private final TableFacts facts;
    private final ProfileRequest request;

    /**
     * @param columns of the table that are to be measured; our role may select them
     * @param raw whether text is sent as the bytes that the server holds
     */
    CopyPass(
            Table table,
            List<Column> columns,
            TableFacts facts,
            boolean raw,
            ProfileRequest request) {
        this.table = table;
        this.columns = columns;
        this.request = request;
        this.facts = facts;
        for (Column column : columns) {
            sent.add(
                    CopyColumn.of(
                            column,
                            PostgresSql.quote(column.name()),
                            facts.longCells(),
                            raw || facts.raw()));
        }
        this.withLength = new boolean[sent.size()];
        for (int i = 0; i < withLength.length; i++) {
            withLength[i] = sent.get(i).hasLength();
        }
        this.copiedAsItIs =
                facts.copiedAsItIs()
                        && !columns.isEmpty()
                        && sent.stream().allMatch(CopyColumn::plain)
                        && columns.stream().allMatch(CopyPass::isStored);
    }

    private static boolean isStored(Column column) {
        return column.generation() == Generation.NONE || column.generation() == Generation.IDENTITY;
    }

    /** What was read, and whether it was all that was asked for. */
    record Passed(TableMeasure measure, boolean complete) {}

    /** Nothing of the table yet. */
    TableMeasure empty() {
        return new TableMeasure(table, measured(), request, false);
    }

    /** Every row of the table. */
    Passed whole(Connection connection) throws SQLException {
        String name = name();
        String sql =
                copiedAsItIs
                        ? "COPY %s (%s) TO STDOUT (FORMAT binary)"
                                .formatted(
                                        name,
                                        sent.stream()
                                                .map(CopyColumn::expression)
                                                .collect(Collectors.joining(", ")))
                        : "COPY (SELECT %s FROM %s) TO STDOUT (FORMAT binary)"
                                .formatted(selected(), name);
        return run(connection, sql, true);
    }

    /** The rows of some pages, chosen by chance, but by the same chance every time. */
    Passed sample(Connection connection, double percent, long rowsMax) throws SQLException {
        return run(
                connection,
                "COPY (SELECT %s FROM %s TABLESAMPLE SYSTEM (%s) REPEATABLE (1) LIMIT %d) TO STDOUT (FORMAT binary)"
                        .formatted(
                                selected(),
                                name(),
                                String.format(Locale.ROOT, "%.6f", percent),
                                rowsMax),
                false);
    }

    /** The first rows: where there is nothing to choose from by chance. */
    Passed first(Connection connection, long rowsMax) throws SQLException {
        return run(
                connection,
                "COPY (SELECT %s FROM %s LIMIT %d) TO STDOUT (FORMAT binary)"
                        .formatted(selected(), name(), rowsMax),
                false);
    }

    private String name() {
        return PostgresSql.quote(table.name().schema())
                + "."
                + PostgresSql.quote(table.name().name());
    }

    private String selected() {
        return sent.stream()
                .map(column ->
                        column.hasLength()
                                ? column.expression() + ", " + column.lengthExpression()
                                : column.expression())
                .collect(Collectors.joining(", "));
    }

    private Passed run(Connection connection, String sql, boolean wholeTable) throws SQLException {
        TableMeasure measure = new TableMeasure(table, measured(), request, wholeTable);
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        long bytes = 0;
        boolean first = true;
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
                if (bytes > request.tableBytesMax()) {
                    return new Passed(measure, false);
                }
                add(measure, row, first ? headerBytes(row) : 0);
                first = false;
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return new Passed(measure, true);
    }

    /** The stream's header comes before its first row, in one message. */
    private static int headerBytes(byte[] message) {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (message.length < HEADER_BYTES || message[i] != SIGNATURE[i]) {
                return 0;
            }
        }
        return HEADER_BYTES + Bytes.intAt(message, EXTENSION_LENGTH_AT);
    }

    private void add(TableMeasure measure, byte[] row, int begin) {
        if (begin >= row.length || Bytes.shortAt(row, begin) < 0) {
            return;
        }
        int at = begin + Short.BYTES;
        int weight = measure.nextRow();
        for (int i = 0; i < measure.columns(); i++) {
            ColumnMeasure column = measure.column(i);
            int length = Bytes.intAt(row, at);
            int from = at + Integer.BYTES;
            at = from + Math.max(0, length);
            long whole = 0;
            if (withLength[i]) {
                whole = Bytes.intAt(row, at) < 0 ? 0 : Bytes.intAt(row, at + Integer.BYTES);
                at += Integer.BYTES + Math.max(0, Bytes.intAt(row, at));
            }
            if (length < 0) {
                column.addNull();
            } else {
                column.add(row, from, length, length < CopyColumn.CUT_BYTES ? 0 : whole, weight);
            }
        }
    }

    private List<MeasuredColumn> measured() {
        Set<String> unique = new HashSet<>();
        if (!facts.children()) {
            for (Key key : table.keys()) {
                if (key.columns().size() == 1) {
                    unique.addAll(key.columns());
                }
            }
        }
        List<MeasuredColumn> measured = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            measured.add(
                    new MeasuredColumn(column, sent.get(i).form(), unique.contains(column.name())));
        }
        return measured;
    }
}
