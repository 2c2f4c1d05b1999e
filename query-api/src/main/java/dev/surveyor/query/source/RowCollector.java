package dev.surveyor.query.source;

import dev.surveyor.query.AnswerColumn;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the first rows of a result and hands them on in small portions. For one thread. */
public final class RowCollector implements RowSink {

    private static final int PORTION_ROWS = 50;
    private static final int NUMBER_CHARS_MAX = 200;

    private final int rowsMax;
    private final Portions portions;
    private final List<AnswerColumn> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private int told;
    private boolean begun;
    private boolean more;

    /**
     * Begins empty.
     *
     * @param portions gets rows as they come
     */
    public RowCollector(int rowsMax, Portions portions) {
        this.rowsMax = rowsMax;
        this.portions = portions;
    }

    /** Keeps them and hands on nothing. */
    public RowCollector(int rowsMax) {
        this(rowsMax, (columns, rows) -> {});
    }

    /** Takes rows a few at a time. */
    @FunctionalInterface
    public interface Portions {

        /**
         * Takes some more.
         *
         * @param columns with the first portion; null with later ones
         */
        void take(@Nullable List<AnswerColumn> columns, List<List<@Nullable Object>> rows);
    }

    @Override
    public void columns(List<ResultColumn> found) {
        found.forEach(column ->
                columns.add(new AnswerColumn(column.name(), column.type(), column.family())));
    }

    @Override
    public boolean row(List<Cell> cells) {
        if (rows.size() == rowsMax) {
            more = true;
            return false;
        }
        List<@Nullable Object> row = new ArrayList<>(cells.size());
        cells.forEach(cell -> row.add(value(cell)));
        rows.add(Collections.unmodifiableList(row));
        if (rows.size() - told >= PORTION_ROWS) {
            tell();
        }
        return true;
    }

    /** Hands on what was not yet: at the end. */
    public void tell() {
        if (!begun || told < rows.size()) {
            portions.take(
                    begun ? null : List.copyOf(columns),
                    List.copyOf(rows.subList(told, rows.size())));
            begun = true;
            told = rows.size();
        }
    }

    public List<AnswerColumn> columns() {
        return List.copyOf(columns);
    }

    public List<List<@Nullable Object>> rows() {
        return List.copyOf(rows);
    }

    /** Whether there was a row that is not kept. */
    public boolean more() {
        return more;
    }

    private static @Nullable Object value(Cell cell) {
        String text = cell.cut() ? cell.text() + "…" : cell.text();
        return switch (cell.kind()) {
            case NULL -> null;
            case BOOLEAN -> Boolean.valueOf(cell.text());
            case NUMBER -> number(text);
            case TEXT, BINARY, UNREADABLE -> text;
        };
    }

    /** What JSON has no number for stays text. */
    private static Object number(String text) {
        if (text.length() > NUMBER_CHARS_MAX) {
            return text;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
