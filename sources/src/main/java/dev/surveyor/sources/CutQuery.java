package dev.surveyor.sources;

import java.util.List;

/**
 * A query whose cells its source cuts.
 *
 * @param columns of the query as it was; empty: those of the result
 */
public record CutQuery(String sql, List<ResultColumn> columns) {

    public CutQuery {
        columns = List.copyOf(columns);
    }

    /** A query that the source cannot cut: all of every cell comes to us. */
    public static CutQuery uncut(String sql) {
        return new CutQuery(sql, List.of());
    }
}
