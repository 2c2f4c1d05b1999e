package dev.surveyor.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Tables, or the columns of one, for people. */
final class TablesText {

    private static final int NAME_CHARS_MAX = 60;
    private static final int COMMENT_CHARS_MAX = 100;
    private static final int LINES_MAX = 1_000;

    private final PrintWriter out;

    TablesText(PrintWriter out) {
        this.out = out;
    }

    void list(List<TableSketch> tables) {
        TextTable lines = new TextTable();
        lines.add(List.of("table", "kind", "rows", ""));
        tables.stream()
                .limit(LINES_MAX)
                .forEach(table ->
                        lines.add(
                                List.of(
                                        name(table),
                                        table.kind().replace('_', ' '),
                                        rows(table),
                                        Printable.of(table.comment(), COMMENT_CHARS_MAX))));
        out.print(lines);
        if (tables.size() > LINES_MAX) {
            out.printf(Locale.ROOT, "  and %,d more%n", tables.size() - LINES_MAX);
        }
        out.flush();
    }

    void columns(TableSketch table) {
        out.printf("%s, %s, %s rows%n", name(table), table.kind().replace('_', ' '), rows(table));
        if (!table.comment().isEmpty()) {
            out.println("  " + Printable.of(table.comment(), COMMENT_CHARS_MAX));
        }
        TextTable lines = new TextTable();
        table.columns().stream()
                .limit(LINES_MAX)
                .forEach(column ->
                        lines.add(
                                List.of(
                                        Printable.of(column.name(), NAME_CHARS_MAX),
                                        Printable.of(column.type(), NAME_CHARS_MAX),
                                        column.nullable() ? "" : "not null",
                                        Printable.of(column.comment(), COMMENT_CHARS_MAX))));
        out.print(lines);
        out.flush();
    }

    private static String name(TableSketch table) {
        return Printable.of(table.schema() + "." + table.name(), NAME_CHARS_MAX);
    }

    private static String rows(TableSketch table) {
        return table.rows() < 0 ? "?" : String.format(Locale.ROOT, "%,d", table.rows());
    }
}
