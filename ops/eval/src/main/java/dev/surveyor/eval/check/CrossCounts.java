package dev.surveyor.eval.check;

import java.util.ArrayList;
import java.util.List;

/** What comparing golds with each other's rows came to; from several threads. */
final class CrossCounts {

    private final List<String> disputed = new ArrayList<>();
    private long refused;
    private long equal;

    synchronized void count(boolean accepted) {
        if (accepted) {
            equal++;
        } else {
            refused++;
        }
    }

    synchronized void dispute(String pair) {
        disputed.add(pair);
    }

    synchronized long refused() {
        return refused;
    }

    synchronized long equal() {
        return equal;
    }

    synchronized List<String> disputed() {
        return disputed.stream().sorted().toList();
    }
}
