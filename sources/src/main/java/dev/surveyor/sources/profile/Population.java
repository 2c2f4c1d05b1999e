package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Count;

/**
 * What the rows that were looked at stand for.
 *
 * @param rows of the whole table
 * @param whole whether every row of it was looked at
 */
public record Population(Count rows, boolean whole) {

    public static Population whole(long rows) {
        return new Population(Count.exactly(rows), true);
    }

    public static Population sampled(Count rows) {
        return new Population(rows, false);
    }
}
