package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Count;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.jspecify.annotations.Nullable;

/**
 * For all rows of a table: every different value up to some thousands, then HyperLogLog. Where
 * there are very many different values, a second sketch of every sixteenth is as good, and spares
 * us most of the work.
 */
final class SketchedDistinct implements DistinctCount {

    private static final int SHARE = 16;
    private static final double MANY = 50_000;
    private static final int ADDED_BETWEEN_LOOKS = 1 << 15;
    private static final double ERROR_MIN = 1e-4;

    private final int precision;
    private final int exactMax;
    private @Nullable HashSet64 exact = new HashSet64();
    private @Nullable HllSketch all;
    private @Nullable HllSketch some;
    private boolean many;
    private int added;
    private long last;

    /** An error of 0.65 % needs 16 KiB a sketch, one of 1.3 % 4 KiB. */
    SketchedDistinct(boolean manyColumns) {
        this.precision = manyColumns ? 12 : 14;
        this.exactMax = manyColumns ? 500 : 8000;
    }

    @Override
    public void add(long hash, long rows) {
        if (hash == last) {
            return;
        }
        last = hash;
        HashSet64 few = exact;
        if (few == null) {
            sketch(hash);
        } else if (few.add(hash) && few.size() > exactMax) {
            exact = null;
            few.each(this::sketch);
        }
    }

    private void sketch(long hash) {
        if ((hash & (SHARE - 1)) == 0) {
            some = updated(some, hash);
        }
        if (!many) {
            all = updated(all, hash);
            added++;
            if (added == ADDED_BETWEEN_LOOKS) {
                added = 0;
                many = all.getEstimate() > MANY;
            }
        }
    }

    private HllSketch updated(@Nullable HllSketch sketch, long hash) {
        HllSketch kept = sketch == null ? new HllSketch(precision, TgtHllType.HLL_8) : sketch;
        kept.update(hash);
        return kept;
    }

    @Override
    public Count count(long cellsSeen, long cellsInAll) {
        HashSet64 few = exact;
        if (few != null) {
            return Count.exactly(few.size());
        }
        HllSketch counted = many ? some : all;
        if (counted == null) {
            throw new IllegalStateException("more than a few values, and none was counted");
        }
        double estimate = counted.getEstimate() * (many ? SHARE : 1);
        double error = errorOf(counted) + (many ? Math.sqrt((SHARE - 1) / estimate) : 0);
        return Count.about(Math.min(Math.round(estimate), cellsSeen), Math.max(error, ERROR_MIN));
    }

    private static double errorOf(HllSketch sketch) {
        double estimate = sketch.getEstimate();
        return (sketch.getUpperBound(1) - estimate) / Math.max(estimate, 1);
    }
}
