package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Cell.Kind;
import dev.surveyor.sources.CutQuery;
import dev.surveyor.sources.ResultColumn;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cells as the server prints them, cut there: a cell of 300 MB never leaves it. */
final class PostgresCells {

    private static final Set<TypeFamily> SHORT =
            EnumSet.of(
                    TypeFamily.INTEGER,
                    TypeFamily.FLOAT,
                    TypeFamily.MONEY,
                    TypeFamily.BOOLEAN,
                    TypeFamily.DATE,
                    TypeFamily.TIME,
                    TypeFamily.TIMESTAMP,
                    TypeFamily.INTERVAL,
                    TypeFamily.UUID,
                    TypeFamily.NETWORK);

    /** Statements that may stand in another one's FROM. */
    private static final Pattern SELECTABLE =
            Pattern.compile("[\\s(]*(select|with|values|table)\\b.*", Pattern.DOTALL);

    private PostgresCells() {}

    static CutQuery cutting(Connection connection, String query, int charsMax) throws SQLException {
        String text = query.strip().replaceFirst("[;\\s]+$", "");
        int head = Math.min(text.length(), 64);
        if (!SELECTABLE.matcher(text.substring(0, head).toLowerCase(Locale.ROOT)).matches()) {
            return CutQuery.uncut(text);
        }
        List<ResultColumn> columns = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String describing = "SELECT * FROM (" + text + "\n) AS q LIMIT 0";
            try (ResultSet result = statement.executeQuery(describing)) {
                ResultSetMetaData data = result.getMetaData();
                for (int number = 1; number <= data.getColumnCount(); number++) {
                    ResultColumn column = column(data, number);
                    columns.add(column);
                    names.add("c" + number);
                    cells.add(cell(column, "q.c" + number, data.getPrecision(number), charsMax));
                }
            }
        }
        if (columns.isEmpty()) {
            return CutQuery.uncut(text);
        }
        return new CutQuery(
                "SELECT %s FROM (%s\n) AS q(%s)"
                        .formatted(String.join(", ", cells), text, String.join(", ", names)),
                columns);
    }

    /** One more than wanted, so that we see whether it was cut. */
    private static String cell(ResultColumn column, String reference, int precision, int charsMax) {
        if (SHORT.contains(column.family()) || isDeclaredShort(column, precision, charsMax)) {
            return reference;
        }
        if (column.family() == TypeFamily.BINARY) {
            return "encode(substring(%s FROM 1 FOR %d), 'hex')"
                    .formatted(reference, charsMax / 2 + 1);
        }
        return "left(CAST(%s AS text), %d)".formatted(reference, charsMax + 1);
    }

    private static boolean isDeclaredShort(ResultColumn column, int precision, int charsMax) {
        return (column.family() == TypeFamily.TEXT || column.family() == TypeFamily.DECIMAL)
                && precision > 0
                && precision < charsMax;
    }

    static ResultColumn column(ResultSetMetaData data, int number) throws SQLException {
        String type = data.getColumnTypeName(number);
        return new ResultColumn(data.getColumnLabel(number), type, PostgresFamilies.of(type));
    }

    static Cell cell(ResultSet row, int number, ResultColumn column, int charsMax)
            throws SQLException {
        byte[] printed = row.getBytes(number);
        if (printed == null) {
            return Cell.NULL;
        }
        // Never fails: what is no UTF-8 is shown by a mark.
        String text = new String(printed, StandardCharsets.UTF_8);
        return switch (column.family()) {
            case INTEGER, DECIMAL, FLOAT -> Cell.of(Kind.NUMBER, text, charsMax);
            case BOOLEAN -> new Cell(Kind.BOOLEAN, text.equals("t") ? "true" : "false", false);
            case BINARY -> Cell.of(Kind.BINARY, text, charsMax);
            default -> Cell.of(Kind.TEXT, text, charsMax);
        };
    }
}
