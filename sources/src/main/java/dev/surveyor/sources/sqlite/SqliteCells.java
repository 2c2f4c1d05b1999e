package dev.surveyor.sources.sqlite;

import dev.surveyor.sources.Cell;
import dev.surveyor.sources.Cell.Kind;
import dev.surveyor.sources.CutQuery;
import dev.surveyor.sources.ResultColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of whatever kind they are, cut before they reach us. */
final class SqliteCells {

    private static final Pattern SELECTABLE =
            Pattern.compile("[\\s(]*(select|with|values)\\b.*", Pattern.DOTALL);
    private static final int HEAD = 64;

    private SqliteCells() {}

    static CutQuery cutting(Connection connection, String query, int charsMax) throws SQLException {
        String text = query.strip().replaceFirst("[;\\s]+$", "");
        String head = text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT);
        if (!SELECTABLE.matcher(head).matches()) {
            return CutQuery.uncut(text);
        }
        List<ResultColumn> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        try (PreparedStatement compiled = connection.prepareStatement(text)) {
            ResultSetMetaData data = compiled.getMetaData();
            for (int number = 1; number <= data.getColumnCount(); number++) {
                columns.add(column(data, number));
                String name = "c" + number;
                names.add(name);
                cells.add(
                        "CASE typeof(%1$s) WHEN 'text' THEN substr(%1$s, 1, %2$d) WHEN 'blob' THEN substr(%1$s, 1, %3$d) ELSE %1$s END"
                                .formatted(name, charsMax + 1, charsMax / 2 + 1));
            }
        }
        // OFFSET keeps the query apart: merged into ours, each expression would be worked out three
        // times.
        return new CutQuery(
                "WITH q(%s) AS (SELECT * FROM (%s\n) LIMIT -1 OFFSET 0) SELECT %s FROM q"
                        .formatted(String.join(", ", names), text, String.join(", ", cells)),
                columns);
    }

    static ResultColumn column(ResultSetMetaData data, int number) throws SQLException {
        String type = data.getColumnTypeName(number);
        String declared = type == null ? "" : type;
        return new ResultColumn(data.getColumnLabel(number), declared, SqliteFamilies.of(declared));
    }

    static Cell cell(ResultSet row, int number, int charsMax) throws SQLException {
        @Nullable Object value = row.getObject(number);
        return switch (value) {
            case null -> Cell.NULL;
            case String text -> Cell.of(Kind.TEXT, text, charsMax);
            case byte[] bytes -> Cell.of(Kind.BINARY, HexFormat.of().formatHex(bytes), charsMax);
            case Number _ -> Cell.of(Kind.NUMBER, row.getString(number), charsMax);
            default -> Cell.of(Kind.TEXT, value.toString(), charsMax);
        };
    }
}
