package dev.surveyor.bench.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One change that a kill hits.
 *
 * @param run counted from 1
 * @param delayMillis from the beginning of the change to the kill
 */
record Act(int run, Kind kind, int delayMillis) {

    /** What is being done. */
    enum Kind {
        CREATE(40),
        SHARE(40),
        DELETE(40),
        /** A process of its own, which has to start first. */
        ROTATE(2500);

        private final int delayMillisMax;

        Kind(int delayMillisMax) {
            this.delayMillisMax = delayMillisMax;
        }
    }

    /** All kinds come up in turn, at moments that follow from the seed. */
    static List<Act> schedule(int times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind[] kinds = Kind.values();
        List<Act> acts = new ArrayList<>();
        for (int run = 0; run < times; run++) {
            Kind kind = kinds[run % kinds.length];
            acts.add(new Act(run + 1, kind, random.nextInt(kind.delayMillisMax)));
        }
        return acts;
    }

    @Override
    public String toString() {
        return "run %d (%s, killed after %d ms)".formatted(run, kind, delayMillis);
    }
}
