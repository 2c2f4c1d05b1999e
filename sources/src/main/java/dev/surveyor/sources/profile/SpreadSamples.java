package dev.surveyor.sources.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Keeps the values with the smallest hashes: a fair choice among the different values, whatever
 * their order and their number, and nearly the same one the next time.
 */
final class SpreadSamples {

    private final int samplesMax;
    private final PriorityQueue<Kept> largestFirst;
    private final Set<Long> hashes = new HashSet<>();
    private long largest = Long.MAX_VALUE;

    SpreadSamples(int samplesMax) {
        this.samplesMax = samplesMax;
        this.largestFirst =
                new PriorityQueue<>((left, right) -> Long.compare(right.hash(), left.hash()));
    }

    boolean wants(long hash) {
        return hash < largest;
    }

    void offer(Kept value) {
        if (!hashes.add(value.hash())) {
            return;
        }
        largestFirst.add(value);
        if (largestFirst.size() > samplesMax) {
            hashes.remove(largestFirst.remove().hash());
        }
        if (largestFirst.size() == samplesMax) {
            largest = largestFirst.element().hash();
        }
    }

    List<Kept> values() {
        List<Kept> values = new ArrayList<>(largestFirst);
        values.sort((left, right) -> Long.compare(left.hash(), right.hash()));
        return values;
    }
}
