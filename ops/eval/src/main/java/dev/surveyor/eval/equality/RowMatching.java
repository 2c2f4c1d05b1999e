package dev.surveyor.eval.equality;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs each row of the gold with one of the candidate that matches it cell by cell, the columns
 * being assigned. Rows of one class are nearly always alike, so the first free one mostly fits;
 * where tolerances overlap, rows that were paired before give way along augmenting paths.
 */
final class RowMatching {

    private static final int NONE = -1;

    private final Rows gold;
    private final Rows candidate;
    private final int[] columnFor;
    private final RowClasses classes;
    private final Map<Integer, List<Integer>> candidatesByClass = new HashMap<>();
    private final int[] goldOf;
    private long workLeft;

    RowMatching(Rows gold, Rows candidate, int[] columnFor, RowClasses classes) {
        this.gold = gold;
        this.candidate = candidate;
        this.columnFor = columnFor;
        this.classes = classes;
        goldOf = new int[candidate.count()];
        Arrays.fill(goldOf, NONE);
        for (int row = 0; row < candidate.count(); row++) {
            candidatesByClass
                    .computeIfAbsent(classes.ofCandidate(row), none -> new ArrayList<>())
                    .add(row);
        }
    }

    /** Whether all rows find a partner before the work is used up. */
    boolean perfect(long workMax) {
        workLeft = workMax;
        Map<Integer, Integer> firstFree = new HashMap<>();
        for (int row = 0; row < gold.count(); row++) {
            List<Integer> candidates =
                    candidatesByClass.getOrDefault(classes.ofGold(row), List.of());
            int next = firstFree.merge(classes.ofGold(row), 1, Integer::sum) - 1;
            boolean paired = next < candidates.size() && pair(row, candidates.get(next));
            if (!paired && !augment(row)) {
                return false;
            }
        }
        return true;
    }

    private boolean pair(int goldRow, int candidateRow) {
        if (goldOf[candidateRow] != NONE || !matches(goldRow, candidateRow)) {
            return false;
        }
        goldOf[candidateRow] = goldRow;
        return true;
    }

    /** Breadth first, so that no stack grows with the rows. */
    private boolean augment(int start) {
        int[] reachedFrom = new int[candidate.count()];
        Arrays.fill(reachedFrom, NONE);
        ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            int goldRow = waiting.remove();
            for (int free : candidatesByClass.getOrDefault(classes.ofGold(goldRow), List.of())) {
                if (workLeft < 0) {
                    return false;
                }
                if (reachedFrom[free] != NONE || !matches(goldRow, free)) {
                    continue;
                }
                reachedFrom[free] = goldRow;
                if (goldOf[free] == NONE) {
                    giveWay(free, reachedFrom, start);
                    return true;
                }
                waiting.add(goldOf[free]);
            }
        }
        return false;
    }

    private void giveWay(int last, int[] reachedFrom, int start) {
        int candidateRow = last;
        while (true) {
            int goldRow = reachedFrom[candidateRow];
            int former = goldRow == start ? NONE : partnerOf(goldRow);
            goldOf[candidateRow] = goldRow;
            if (former == NONE) {
                return;
            }
            candidateRow = former;
        }
    }

    private int partnerOf(int goldRow) {
        for (int row : candidatesByClass.getOrDefault(classes.ofGold(goldRow), List.of())) {
            if (goldOf[row] == goldRow) {
                return row;
            }
        }
        return NONE;
    }

    private boolean matches(int goldRow, int candidateRow) {
        workLeft -= columnFor.length;
        for (int column = 0; column < columnFor.length; column++) {
            Cell expected = gold.cell(goldRow, column);
            if (!expected.matches(candidate.cell(candidateRow, columnFor[column]))) {
                return false;
            }
        }
        return true;
    }
}
