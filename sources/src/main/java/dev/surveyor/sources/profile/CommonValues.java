package dev.surveyor.sources.profile;

import java.util.ArrayList;
import java.util.List;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.FrequentItemsSketch;

/** Finds the values that many rows hold, with about how many, in little memory. */
final class CommonValues {

    private static final int VALUES_TRACKED = 1024;

    /** A value that fewer rows hold than this share is not common. */
    private static final double SHARE_MIN = 0.001;

    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private final FrequentItemsSketch<Kept> sketch = new FrequentItemsSketch<>(VALUES_TRACKED);

    /** Rows that were counted before it shows whether any value is common at all. */
    private static final int COUNTED_BEFORE_LOOK = 1 << 12;

    /** Where none is, fewer rows are enough to see one come up. */
    private static final int THINNED_TO = 8;

    private int counted;
    private boolean thinned;

    void add(Kept value, long rows) {
        sketch.update(value, rows);
        counted++;
        if (counted == COUNTED_BEFORE_LOOK) {
            thinned = counted(1).isEmpty();
        }
    }

    /**
     * How much a row counts that stands for so many: all by themselves, or some for the others.
     *
     * @param row its number
     */
    int weight(long row, int rows) {
        if (!thinned) {
            return rows;
        }
        return (row * SPREAD) >>> 61 == 0 ? rows * THINNED_TO : 0;
    }

    /** The most common first; only values that are certain to be common. */
    List<Counted> counted(int valuesMax) {
        List<Counted> counted = new ArrayList<>();
        long rowsMin = Math.max(2, (long) (sketch.getStreamLength() * SHARE_MIN));
        for (FrequentItemsSketch.Row<Kept> row :
                sketch.getFrequentItems(ErrorType.NO_FALSE_POSITIVES)) {
            if (row.getLowerBound() >= rowsMin) {
                counted.add(new Counted(row.getItem(), row.getEstimate()));
            }
        }
        counted.sort(Counted.COMMON_FIRST);
        return counted.subList(0, Math.min(valuesMax, counted.size()));
    }
}
