package dev.surveyor.eval.check;

import dev.surveyor.eval.equality.Cell;
import dev.surveyor.eval.equality.RowOrder;
import dev.surveyor.eval.equality.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A second opinion on whether two results are equal, by the shortest way there is: print the cells,
 * try every order of columns, compare the sorted lines. No tolerance, no tricks. Beyond a few
 * columns it compares what each row and each column holds.
 */
final class PlainComparison {

    private static final int COLUMNS_TRIED_MAX = 6;

    private PlainComparison() {}

    static boolean equal(Rows a, Rows b, RowOrder order) {
        if (a.count() != b.count() || a.width() != b.width()) {
            return false;
        }
        List<List<String>> printedA = print(a);
        List<List<String>> printedB = print(b);
        if (a.width() <= COLUMNS_TRIED_MAX) {
            List<List<String>> placedA = placed(printedA, order);
            return orders(a.width()).stream()
                    .anyMatch(columns -> placedA.equals(placed(reorder(printedB, columns), order)));
        }
        return placed(eachSorted(printedA), order).equals(placed(eachSorted(printedB), order))
                && sorted(eachSorted(transpose(printedA)))
                        .equals(sorted(eachSorted(transpose(printedB))));
    }

    /** Rows behind the number of their place, which keeps the sorted ones there. */
    private static List<List<String>> placed(List<List<String>> rows, RowOrder order) {
        List<List<String>> placed = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = new ArrayList<>(rows.get(row));
            cells.addFirst(Integer.toString(order.place(row)));
            placed.add(cells);
        }
        return sorted(placed);
    }

    private static List<List<String>> print(Rows rows) {
        return rows.cells().stream()
                .map(row -> row.stream().map(PlainComparison::print).toList())
                .toList();
    }

    private static String print(Cell cell) {
        return switch (cell) {
            case Cell.Absent ignored -> "null";
            case Cell.Truth(boolean value) -> value ? "1" : "0";
            case Cell.Whole(long value) -> Long.toString(value);
            case Cell.Real(double value) -> Double.toString(value);
            case Cell.Moment(var value) -> value.toString();
            case Cell.Text(String value) -> value;
        };
    }

    private static List<List<Integer>> orders(int columns) {
        List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
        for (int length = 0; length < columns; length++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                Set<Integer> used = new HashSet<>(order);
                for (int column = 0; column < columns; column++) {
                    if (!used.contains(column)) {
                        List<Integer> next = new ArrayList<>(order);
                        next.add(column);
                        longer.add(next);
                    }
                }
            }
            orders = longer;
        }
        return orders;
    }

    private static List<List<String>> reorder(List<List<String>> rows, List<Integer> order) {
        return rows.stream().map(row -> order.stream().map(row::get).toList()).toList();
    }

    private static List<List<String>> sorted(List<List<String>> lists) {
        return lists.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private static List<List<String>> eachSorted(List<List<String>> lists) {
        return lists.stream().map(list -> list.stream().sorted().toList()).toList();
    }

    private static List<List<String>> transpose(List<List<String>> rows) {
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; !rows.isEmpty() && column < rows.getFirst().size(); column++) {
            int index = column;
            columns.add(rows.stream().map(row -> row.get(index)).toList());
        }
        return columns;
    }
}
