package dev.surveyor.bench.killsurvey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One kill.
 *
 * @param boundary the commit at which it happens; 0: at a moment
 * @param before whether that commit is not made
 * @param moment part of the time that an undisturbed survey takes
 * @param storeToo whether the store dies with the server
 * @param again whether the survey is one of a database that changed, not the first
 */
record Harm(int run, int boundary, boolean before, double moment, boolean storeToo, boolean again) {

    private static final double MOMENT_MAX = 1.1;

    /** From here on every commit has its turn. */
    static final int WHOLE = 60;

    /**
     * Below {@link #WHOLE} so many kills, half of them at commits; from there on so many at moments
     * and two at each commit.
     */
    static List<Harm> schedule(int times, int commits, int commitsAgain, long seed) {
        Random random = new Random(seed);
        List<Harm> atCommits = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            int all = kind == 0 ? commits : commitsAgain;
            for (int boundary = 1; boundary <= all; boundary++) {
                atCommits.add(new Harm(0, boundary, true, 0, false, kind == 1));
                atCommits.add(new Harm(0, boundary, false, 0, false, kind == 1));
            }
        }
        Collections.shuffle(atCommits, random);
        int moments = times < WHOLE ? times - times / 2 : times;
        int chosen = times < WHOLE ? Math.min(times / 2, atCommits.size()) : atCommits.size();
        List<Harm> harms = new ArrayList<>(atCommits.subList(0, chosen));
        for (int i = 0; i < moments; i++) {
            harms.add(
                    new Harm(
                            0,
                            0,
                            false,
                            random.nextDouble() * MOMENT_MAX,
                            random.nextInt(3) == 0,
                            random.nextBoolean()));
        }
        Collections.shuffle(harms, random);
        List<Harm> numbered = new ArrayList<>();
        for (Harm each : harms) {
            numbered.add(
                    new Harm(
                            numbered.size() + 1,
                            each.boundary,
                            each.before,
                            each.moment,
                            each.storeToo,
                            each.again));
        }
        return numbered;
    }

    @Override
    public String toString() {
        return "run %d, %s survey, %s"
                .formatted(
                        run,
                        again ? "second" : "first",
                        boundary > 0
                                ? "%s commit %d".formatted(before ? "before" : "after", boundary)
                                : "at %.0f %% of its time%s"
                                        .formatted(moment * 100, storeToo ? ", store too" : ""));
    }
}
