package dev.surveyor.eval.equality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A number for every cell of two results, such that cells that match have the same one. The reverse
 * does not hold: codes are for ruling out quickly, {@link Cell#matches} decides.
 */
final class Codes {

    private final Map<Cell, Integer> codes = new HashMap<>();

    /** The values that numbers take, and whether one of them is rounded. */
    private final TreeMap<Double, Boolean> amounts = new TreeMap<>();

    Codes(Rows a, Rows b) {
        collect(a);
        collect(b);
        Map<Double, Integer> groups = groups();
        int next = groups.size();
        for (Map.Entry<Cell, Integer> entry : codes.entrySet()) {
            Amount amount = Amount.in(entry.getKey());
            Integer group = amount == null ? null : groups.get(amount.value());
            entry.setValue(group == null ? next++ : group);
        }
    }

    int of(Cell cell) {
        Integer code = codes.get(cell);
        if (code == null) {
            throw new IllegalArgumentException("not a cell of the two results: " + cell);
        }
        return code;
    }

    private void collect(Rows rows) {
        for (List<Cell> row : rows.cells()) {
            for (Cell cell : row) {
                Amount amount = codes.putIfAbsent(cell, 0) == null ? Amount.in(cell) : null;
                if (amount != null) {
                    amounts.merge(amount.value(), amount.rounded(), Boolean::logicalOr);
                }
            }
        }
    }

    /**
     * A rounded number gets one group with all that lie within its tolerance. Whole numbers meet
     * only through a rounded one that is near to both.
     */
    private Map<Double, Integer> groups() {
        double[] sorted = new double[amounts.size()];
        boolean[] rounded = new boolean[sorted.length];
        int at = 0;
        for (Map.Entry<Double, Boolean> amount : amounts.entrySet()) {
            sorted[at] = amount.getKey();
            rounded[at++] = amount.getValue();
        }
        boolean[] joinsPrevious = new boolean[sorted.length];
        // What lies near moves up with the number, at both ends: nothing is looked at twice but
        // what is joined already.
        int low = 0;
        int joinedTo = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (rounded[i]) {
                while (!Cell.near(sorted[low], sorted[i])) {
                    low++;
                }
                int member = Math.max(low, joinedTo) + 1;
                while (member < sorted.length
                        && (member <= i || Cell.near(sorted[i], sorted[member]))) {
                    joinsPrevious[member++] = true;
                }
                joinedTo = Math.max(joinedTo, member - 1);
            }
        }
        Map<Double, Integer> groups = new HashMap<>();
        int group = -1;
        for (int i = 0; i < sorted.length; i++) {
            group += joinsPrevious[i] ? 0 : 1;
            groups.put(sorted[i], group);
        }
        return groups;
    }

    /** The number that a cell may be met by. */
    private record Amount(double value, boolean rounded) {

        static @Nullable Amount in(Cell cell) {
            return switch (cell) {
                case Cell.Truth(boolean value) -> new Amount(value ? 1 : 0, false);
                case Cell.Whole(long value) -> new Amount((double) value, false);
                case Cell.Real(double value) -> new Amount(value, true);
                case Cell.Text(String value) ->
                        switch (value.toLowerCase(Locale.ROOT)) {
                            case "t", "true" -> new Amount(1, false);
                            case "f", "false" -> new Amount(0, false);
                            default -> {
                                Cell number = Cell.numberSpelledBy(value);
                                yield number == null ? null : in(number);
                            }
                        };
                case Cell.Absent ignored -> null;
                case Cell.Moment ignored -> null;
            };
        }
    }
}
