package dev.surveyor.eval.equality;

import java.util.List;

/**
 * Which rows of a gold have a place of their own: rows that share a place may come in any order
 * among themselves.
 */
public sealed interface RowOrder {

    int place(int row);

    /** The gold does not order its rows. */
    static RowOrder free() {
        return Free.FREE;
    }

    /** Every row has its place. */
    static RowOrder strict() {
        return Strict.STRICT;
    }

    /**
     * The gold orders its rows by keys: rows with equal keys share a place.
     *
     * @param keys one per row, in the gold's order
     */
    static RowOrder by(List<List<Cell>> keys) {
        int[] places = new int[keys.size()];
        for (int row = 1; row < places.length; row++) {
            boolean tied = keys.get(row).equals(keys.get(row - 1));
            places[row] = tied ? places[row - 1] : row;
        }
        return new Keyed(places);
    }

    enum Free implements RowOrder {
        FREE;

        @Override
        public int place(int row) {
            return 0;
        }
    }

    enum Strict implements RowOrder {
        STRICT;

        @Override
        public int place(int row) {
            return row;
        }
    }

    /** Made by {@link #by}, so that nobody holds on to the places. */
    final class Keyed implements RowOrder {

        private final int[] places;

        private Keyed(int[] places) {
            this.places = places;
        }

        @Override
        public int place(int row) {
            return row < places.length ? places[row] : row;
        }
    }
}
