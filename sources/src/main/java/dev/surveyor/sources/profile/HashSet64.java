package dev.surveyor.sources.profile;

import java.util.function.LongConsumer;

/** Hashes, each once; they are spread by themselves. */
final class HashSet64 {

    private static final int SLOTS_FIRST = 64;

    /** What stands in an empty slot, and so for the one hash that is the same. */
    private static final long EMPTY = 0;

    private long[] slots = new long[SLOTS_FIRST];
    private int size;

    /** False: it was there. */
    boolean add(long hash) {
        long kept = hash == EMPTY ? ~EMPTY : hash;
        int slot = slot(kept);
        if (slots[slot] == kept) {
            return false;
        }
        slots[slot] = kept;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    private int slot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (slots[slot] != EMPTY && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        for (long hash : before) {
            if (hash != EMPTY) {
                slots[slot(hash)] = hash;
            }
        }
    }

    int size() {
        return size;
    }

    void each(LongConsumer taker) {
        for (long hash : slots) {
            if (hash != EMPTY) {
                taker.accept(hash);
            }
        }
    }
}
