package dev.surveyor.query.retrieve;

import dev.surveyor.embeddings.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Vectors of the texts by which tables and columns are found, each with its owner's number. */
final class Meanings {

    private final Vectors vectors = new Vectors();
    private final List<Integer> adding = new ArrayList<>();
    private int[] owners = {};

    void add(int owner, Vector vector) {
        vectors.add(vector);
        adding.add(owner);
    }

    /** Nothing is added any more. */
    Meanings complete() {
        vectors.trim();
        owners = adding.stream().mapToInt(Integer::intValue).toArray();
        adding.clear();
        return this;
    }

    /** The best of each owner's texts counts; owners without any, or not wanted, have 0. */
    float[] best(Vectors.Probe question, int ownersCount, IntPredicate wanted) {
        float[] best = new float[ownersCount];
        for (int row = 0; row < owners.length; row++) {
            if (wanted.test(owners[row])) {
                best[owners[row]] = Math.max(best[owners[row]], vectors.cosine(row, question));
            }
        }
        return best;
    }

    long bytes() {
        return vectors.bytes() + 4L * owners.length;
    }
}
