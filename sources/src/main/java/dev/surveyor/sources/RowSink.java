package dev.surveyor.sources;

import java.util.List;

/** Takes a result row by row. */
public interface RowSink {

    /** Called once, before the rows. */
    void columns(List<ResultColumn> columns);

    /**
     * Takes a row.
     *
     * @return whether more are wanted
     */
    boolean row(List<Cell> cells);
}
