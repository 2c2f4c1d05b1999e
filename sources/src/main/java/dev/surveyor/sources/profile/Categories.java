package dev.surveyor.sources.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts every value exactly, as long as there are not too many of them. */
final class Categories {

    private final int valuesMax;
    private final int mask;
    private final long[] hashes;
    private final @Nullable Kept[] values;
    private final long[] rows;
    private int size;
    private int last = -1;

    Categories(int valuesMax) {
        this.valuesMax = valuesMax;
        int slots = Integer.highestOneBit(valuesMax) * 4;
        this.mask = slots - 1;
        this.hashes = new long[slots];
        this.values = new @Nullable Kept[slots];
        this.rows = new long[slots];
    }

    /** False: there are too many values, and this one was not counted. */
    boolean count(long hash, byte[] row, int from, int length, long whole) {
        if (last >= 0 && hashes[last] == hash) {
            rows[last]++;
            return true;
        }
        int slot = (int) hash & mask;
        while (values[slot] != null) {
            if (hashes[slot] == hash) {
                rows[slot]++;
                last = slot;
                return true;
            }
            slot = (slot + 1) & mask;
        }
        if (size == valuesMax) {
            return false;
        }
        size++;
        hashes[slot] = hash;
        values[slot] = new Kept(hash, row, from, length, whole);
        rows[slot] = 1;
        last = slot;
        return true;
    }

    /** The most common first; equally common ones in an order that is always the same. */
    List<Counted> counted() {
        List<Counted> counted = new ArrayList<>(size);
        for (int slot = 0; slot < values.length; slot++) {
            Kept value = values[slot];
            if (value != null) {
                counted.add(new Counted(value, rows[slot]));
            }
        }
        counted.sort(Counted.COMMON_FIRST);
        return counted;
    }
}
