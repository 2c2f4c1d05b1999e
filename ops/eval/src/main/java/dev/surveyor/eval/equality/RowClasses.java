package dev.surveyor.eval.equality;

import java.util.HashMap;
import java.util.Map;

/**
 * Rows of both results taken apart by what is known to differ: rows that may match are of one
 * class.
 */
final class RowClasses {

    private final int[] gold;
    private final int[] candidate;
    private final int[] surplus;

    /** At first rows differ by their place alone. */
    RowClasses(int[] places) {
        this(places, places, new int[0]);
    }

    private RowClasses(int[] gold, int[] candidate, int[] surplus) {
        this.gold = gold;
        this.candidate = candidate;
        this.surplus = surplus;
    }

    /** Takes each class apart by one more column. */
    RowClasses split(int[] goldColumn, int[] candidateColumn) {
        Map<Long, Integer> finer = new HashMap<>();
        int[] goldClasses = new int[gold.length];
        int[] candidateClasses = new int[candidate.length];
        int[] counts = new int[2 * gold.length];
        for (int row = 0; row < gold.length; row++) {
            goldClasses[row] = number(finer, gold[row], goldColumn[row]);
            counts[goldClasses[row]]++;
            candidateClasses[row] = number(finer, candidate[row], candidateColumn[row]);
            counts[candidateClasses[row]]--;
        }
        return new RowClasses(goldClasses, candidateClasses, counts);
    }

    private static int number(Map<Long, Integer> finer, int former, int code) {
        long key = ((long) former << 32) | (code & 0xffffffffL);
        return finer.computeIfAbsent(key, unseen -> finer.size());
    }

    /** Whether every class has as many rows on both sides. */
    boolean balanced() {
        for (int count : surplus) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }

    int ofGold(int row) {
        return gold[row];
    }

    int ofCandidate(int row) {
        return candidate[row];
    }
}
