package dev.surveyor.bench.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One change that a kill hits.
 *
 * @param run counted from 1
 * @param moment of the kill, as a part of the time that the undisturbed change took
 */
record Act(int run, Kind kind, double moment) {

    /** Also a little after the end, where what was acknowledged must stay. */
    private static final double MOMENT_MAX = 1.2;

    /** What is being done. */
    enum Kind {
        CREATE,
        SHARE,
        DELETE,
        /** A process of its own, which has to start first. */
        ROTATE
    }

    /** All kinds come up in turn, at moments that follow from the seed. */
    static List<Act> schedule(int times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind[] kinds = Kind.values();
        List<Act> acts = new ArrayList<>();
        for (int run = 0; run < times; run++) {
            Kind kind = kinds[run % kinds.length];
            acts.add(new Act(run + 1, kind, random.nextDouble(MOMENT_MAX)));
        }
        return acts;
    }

    @Override
    public String toString() {
        return "run %d (%s, killed at %.2f of its time)".formatted(run, kind, moment);
    }
}
