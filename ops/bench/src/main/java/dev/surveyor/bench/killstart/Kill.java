package dev.surveyor.bench.killstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One kill.
 *
 * @param run counted from 1
 * @param newFolder whether the start makes its store, or finds that of the run before
 * @param moment when, as a part of the time that such a start takes; beyond 1 it has answered
 */
record Kill(int run, boolean newFolder, Reach reach, double moment) {

    static final double MOMENT_MAX = 1.2;

    /** All kinds come up in turn, at moments that follow from the seed. */
    static List<Kill> schedule(int times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Reach[] reaches = Reach.values();
        List<Kill> kills = new ArrayList<>();
        for (int run = 0; run < times; run++) {
            boolean newFolder = run / reaches.length % 2 == 0;
            Reach reach = reaches[run % reaches.length];
            kills.add(new Kill(run + 1, newFolder, reach, random.nextDouble(MOMENT_MAX)));
        }
        return kills;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "run %d (%s, killed %s at %.2f of a start)",
                run,
                newFolder ? "brand-new folder" : "folder with data",
                reach,
                moment);
    }
}
