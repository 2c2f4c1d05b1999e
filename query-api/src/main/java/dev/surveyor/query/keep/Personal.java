package dev.surveyor.query.keep;

import java.util.Set;

/**
 * What of an answer is personal.
 *
 * @param cells places, from 0, of the answer's columns whose cells are values of personal columns
 * @param compared personal columns that the SQL compares with something, by the names that the
 *     evidence's linked values have
 */
public record Personal(Set<Integer> cells, Set<String> compared) {

    /** Nothing is. */
    public static final Personal NONE = new Personal(Set.of(), Set.of());

    public Personal {
        cells = Set.copyOf(cells);
        compared = Set.copyOf(compared);
    }

    public boolean isNothing() {
        return cells.isEmpty() && compared.isEmpty();
    }
}
