package dev.surveyor.eval.gold;

import dev.surveyor.eval.equality.Cell;
import dev.surveyor.eval.equality.RowOrder;
import dev.surveyor.eval.equality.Rows;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a gold's sort keys say of its rows.
 *
 * @param order which rows have a place of their own
 * @param tied whether its LIMIT cuts through rows that it holds for equal and that differ
 */
record SortedRows(RowOrder order, boolean tied) {

    /**
     * Reads what a {@link KeyedQuery} gave.
     *
     * @param goldCount rows of the gold; null comes back where these are not the same rows
     */
    static @Nullable SortedRows of(KeyedQuery query, Rows all, int goldCount) {
        long kept = Math.min(query.kept(), Math.max(0, all.count() - query.skipped()));
        if (kept != goldCount) {
            return null;
        }
        int own = all.width() - query.added();
        List<List<Cell>> keys =
                all.cells().stream()
                        .map(row ->
                                query.keys().stream()
                                        .map(key ->
                                                row.get(
                                                        key.added()
                                                                ? own + key.index()
                                                                : key.index()))
                                        .toList())
                        .toList();
        List<List<Cell>> rows =
                all.cells().stream().map(row -> List.copyOf(row.subList(0, own))).toList();
        int start = (int) Math.min(query.skipped(), all.count());
        int end = start + goldCount;
        return new SortedRows(
                RowOrder.by(keys.subList(start, end)),
                goldCount > 0 && (cutsTie(keys, rows, start) || cutsTie(keys, rows, end)));
    }

    /** Whether the rows on both sides of a cut have equal keys and are not all the same. */
    private static boolean cutsTie(List<List<Cell>> keys, List<List<Cell>> rows, int cut) {
        if (cut == 0 || cut == rows.size() || !keys.get(cut).equals(keys.get(cut - 1))) {
            return false;
        }
        return IntStream.range(0, rows.size())
                        .filter(row -> keys.get(row).equals(keys.get(cut)))
                        .mapToObj(rows::get)
                        .distinct()
                        .count()
                > 1;
    }
}
