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

    private final FrequentItemsSketch<Kept> sketch = new FrequentItemsSketch<>(VALUES_TRACKED);

    void add(Kept value, long rows) {
        sketch.update(value, rows);
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
