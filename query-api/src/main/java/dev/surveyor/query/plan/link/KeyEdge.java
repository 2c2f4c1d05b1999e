package dev.surveyor.query.plan.link;

import java.util.List;

/**
 * A relation between two tables, to be walked either way.
 *
 * @param columns ids in the pointing table, pairwise with {@code keyColumns}
 * @param cost of walking it: the surer the relation, the smaller
 */
public record KeyEdge(
        int table, List<Integer> columns, int keyTable, List<Integer> keyColumns, double cost) {

    public KeyEdge {
        columns = List.copyOf(columns);
        keyColumns = List.copyOf(keyColumns);
    }

    public boolean touches(int other) {
        return table == other || keyTable == other;
    }

    public int across(int from) {
        return from == table ? keyTable : table;
    }
}
