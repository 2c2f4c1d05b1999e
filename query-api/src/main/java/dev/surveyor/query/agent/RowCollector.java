package dev.surveyor.query.agent;

import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import dev.surveyor.sources.Cell;
import dev.surveyor.sources.ResultColumn;
import dev.surveyor.sources.RowSink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the first rows of a result and hands them on in small portions. For one thread. */
final class RowCollector implements RowSink {

    private static final int PORTION_ROWS = 50;
    private static final int NUMBER_CHARS_MAX = 200;

    private final int rowsMax;
    private final RunSink events;
    private final boolean live;
    private final List<AnswerColumn> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private int told;
    private boolean more;

    /**
     * @param live whether rows are handed on as they come
     */
    RowCollector(int rowsMax, RunSink events, boolean live) {
        this.rowsMax = rowsMax;
        this.events = events;
        this.live = live;
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
        if (live && rows.size() - told >= PORTION_ROWS) {
            tell();
        }
        return true;
    }

    /** Hands on what was not yet. */
    void tell() {
        if (told == 0 || told < rows.size()) {
            events.accept(
                    new RunEvent.Rows(
                            told == 0 ? List.copyOf(columns) : null,
                            List.copyOf(rows.subList(told, rows.size()))));
            told = rows.size();
        }
    }

    List<AnswerColumn> columns() {
        return columns;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }

    /** Whether there was a row that is not kept. */
    boolean more() {
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
