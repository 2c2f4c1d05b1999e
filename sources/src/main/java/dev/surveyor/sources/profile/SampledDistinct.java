package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Count;

/**
 * For a sample of rows: what it tells of all by the estimator of Haas and Stokes, which the share
 * of values that were met once decides.
 */
final class SampledDistinct implements DistinctCount {

    private static final double ERROR_MIN = 0.02;
    private static final int SLOTS_FIRST = 256;

    private long[] hashes = new long[SLOTS_FIRST];
    private int[] counts = new int[SLOTS_FIRST];
    private int size;
    private int once;

    @Override
    public void add(long hash, long rows) {
        int slot = slot(hash);
        if (counts[slot] == 0) {
            hashes[slot] = hash;
            size++;
            once++;
        } else if (counts[slot] == 1) {
            once--;
        }
        counts[slot] = (int) Math.min(Integer.MAX_VALUE, counts[slot] + rows);
        if (rows > 1 && counts[slot] == rows) {
            once--;
        }
        if (size * 2 > counts.length) {
            grow();
        }
    }

    private int slot(long hash) {
        int mask = counts.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    @Override
    public Count count(long cellsSeen, long cellsInAll) {
        if (cellsSeen == 0) {
            return Count.about(0, 1);
        }
        double share = (double) cellsSeen / Math.max(cellsInAll, cellsSeen);
        double estimate = cellsSeen * (double) size / (cellsSeen - once + once * share);
        double unsure = (1 - share) * once / size;
        long value = Math.clamp(Math.round(estimate), size, Math.max(cellsInAll, size));
        return Count.about(value, Math.max(ERROR_MIN, unsure));
    }
}
