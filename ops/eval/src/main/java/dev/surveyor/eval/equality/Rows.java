package dev.surveyor.eval.equality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result: rows of cells, all as wide as the first. */
public record Rows(List<List<Cell>> cells) {

    public static final Rows NONE = new Rows(List.of());

    public Rows {
        List<List<Cell>> copy = new ArrayList<>(cells.size());
        for (List<Cell> row : cells) {
            if (row.size() != cells.getFirst().size()) {
                throw new IllegalArgumentException(
                        "a row has "
                                + row.size()
                                + " cells, the first one "
                                + cells.getFirst().size());
            }
            copy.add(List.copyOf(row));
        }
        cells = List.copyOf(copy);
    }

    /** Reads values as drivers and JSON give them. */
    public static Rows of(List<? extends List<? extends @Nullable Object>> values) {
        List<List<Cell>> rows = new ArrayList<>(values.size());
        for (List<? extends @Nullable Object> row : values) {
            List<Cell> cells = new ArrayList<>(row.size());
            for (Object value : row) {
                cells.add(Cell.of(value));
            }
            rows.add(cells);
        }
        return new Rows(rows);
    }

    public int count() {
        return cells.size();
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Columns per row; 0 where there is no row to tell. */
    public int width() {
        return cells.isEmpty() ? 0 : cells.getFirst().size();
    }

    Cell cell(int row, int column) {
        return cells.get(row).get(column);
    }
}
