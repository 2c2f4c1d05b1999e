package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Count;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;

/** For all rows of a table: HyperLogLog. */
final class SketchedDistinct implements DistinctCount {

    private final HllSketch sketch;
    private long last;

    /** An error of 0.65 % needs 16 KiB a column, one of 1.3 % 4 KiB. */
    SketchedDistinct(boolean manyColumns) {
        this.sketch = new HllSketch(manyColumns ? 12 : 14, TgtHllType.HLL_8);
    }

    @Override
    public void add(long hash, long rows) {
        if (hash != last) {
            sketch.update(hash);
            last = hash;
        }
    }

    @Override
    public Count count(long cellsSeen, long cellsInAll) {
        double estimate = sketch.getEstimate();
        double error = (sketch.getUpperBound(1) - estimate) / Math.max(estimate, 1);
        return Count.about(Math.min(Math.round(estimate), cellsSeen), Math.max(error, 1e-4));
    }
}
