package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Count;

/** Counts different values, each by its hash, in bounded memory. */
interface DistinctCount {

    void add(long hash, long rows);

    /** Of all rows that these stand for. */
    Count count(long cellsSeen, long cellsInAll);
}
