package dev.surveyor.sources;

import java.util.ArrayList;
import java.util.List;

/** Keeps the rows that it is given. */
public final class Rows implements RowSink {

    private final List<ResultColumn> columns = new ArrayList<>();
    private final List<List<Cell>> cells = new ArrayList<>();

    @Override
    public void columns(List<ResultColumn> found) {
        columns.addAll(found);
    }

    @Override
    public boolean row(List<Cell> row) {
        cells.add(row);
        return true;
    }

    public List<ResultColumn> columns() {
        return columns;
    }

    public List<List<Cell>> cells() {
        return cells;
    }

    /** The texts of all cells, row by row. */
    public List<List<String>> texts() {
        return cells.stream()
                .map(row -> row.stream().map(cell -> cell.isNull() ? "∅" : cell.text()).toList())
                .toList();
    }

    /** The result of a query within the session's own limits. */
    public static Rows of(SourceSession session, String sql) {
        Rows rows = new Rows();
        session.read(ReadQuery.of(sql, session.limits()), rows);
        return rows;
    }
}
