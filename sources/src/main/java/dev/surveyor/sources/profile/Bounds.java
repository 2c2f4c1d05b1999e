package dev.surveyor.sources.profile;

import org.jspecify.annotations.Nullable;

/** The smallest and the largest cell. */
final class Bounds {

    private final CellForm form;
    private long minRank = Long.MAX_VALUE;
    private long maxRank = Long.MIN_VALUE;
    private @Nullable Kept min;
    private @Nullable Kept max;

    Bounds(CellForm form) {
        this.form = form;
    }

    void add(byte[] row, int from, int length, long whole) {
        long rank = form.rank(row, from, length);
        if (min == null || rank < minRank || (rank == minRank && isBelow(row, from, length, min))) {
            minRank = rank;
            min = new Kept(0, row, from, length, whole);
        }
        if (max == null || rank > maxRank || (rank == maxRank && isAbove(row, from, length, max))) {
            maxRank = rank;
            max = new Kept(0, row, from, length, whole);
        }
    }

    private boolean isBelow(byte[] row, int from, int length, Kept bound) {
        return !form.rankIsWhole() && compare(row, from, length, bound) < 0;
    }

    private boolean isAbove(byte[] row, int from, int length, Kept bound) {
        return !form.rankIsWhole() && compare(row, from, length, bound) > 0;
    }

    private int compare(byte[] row, int from, int length, Kept bound) {
        byte[] other = bound.cell();
        if (form instanceof TextForm) {
            return java.util.Arrays.compareUnsigned(
                    row, from, from + length, other, 0, other.length);
        }
        return form.compare(java.util.Arrays.copyOfRange(row, from, from + length), other);
    }

    @Nullable Kept min() {
        return min;
    }

    @Nullable Kept max() {
        return max;
    }
}
