package dev.surveyor.pipeline.job;

import dev.surveyor.catalog.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Packs tables so that small ones share a round trip and a commit, and large ones go first, each by
 * itself: the last worker then does not stay behind with the largest.
 */
final class Bundles {

    private static final int TABLES_MAX = 16;
    private static final long ROWS_MAX = 20_000;

    private final List<Table> tables = new ArrayList<>();

    void add(Table table) {
        tables.add(table);
    }

    int size() {
        return tables.size();
    }

    List<List<Table>> all() {
        List<Table> sorted = new ArrayList<>(tables);
        sorted.sort(Comparator.comparingLong(Bundles::rows).reversed().thenComparing(Table::name));
        List<List<Table>> bundles = new ArrayList<>();
        List<Table> open = new ArrayList<>();
        long held = 0;
        for (Table table : sorted) {
            if (!open.isEmpty() && (open.size() == TABLES_MAX || held + rows(table) > ROWS_MAX)) {
                bundles.add(List.copyOf(open));
                open.clear();
                held = 0;
            }
            open.add(table);
            held += rows(table);
        }
        if (!open.isEmpty()) {
            bundles.add(List.copyOf(open));
        }
        return bundles;
    }

    private static long rows(Table table) {
        return Math.max(0, table.estimate().rows());
    }
}
