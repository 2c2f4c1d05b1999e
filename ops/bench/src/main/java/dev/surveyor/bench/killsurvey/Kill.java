package dev.surveyor.bench.killsurvey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * One end of the server, and the surveys that it meets: each at its commit, as those that are there
 * wait for the others, or each at another part of its time.
 *
 * @param again whether they are surveys of a database that changed, not the first
 * @param storeToo whether the store dies with the server
 */
record Kill(boolean again, boolean storeToo, List<Harm> harms) {

    /** Surveys that one kill meets at most. */
    static final int SURVEYS_MAX = 5;

    /** From here on every commit has its turn. */
    static final int WHOLE = 60;

    private static final double MOMENT_MAX = 1.1;

    Kill {
        harms = List.copyOf(harms);
    }

    /**
     * Below {@link #WHOLE} so many surveys killed, half of them at commits; from there on so many
     * at moments and two at each commit.
     */
    static List<Kill> schedule(int times, int commits, int commitsAgain, long seed) {
        Random random = new Random(seed);
        boolean whole = times >= WHOLE;
        int atCommits = times / 2;
        List<Kill> kills = new ArrayList<>();
        for (boolean again : List.of(false, true)) {
            List<Harm> all = everywhere(again ? commitsAgain : commits);
            Collections.shuffle(all, random);
            int chosen = half(atCommits, again);
            kills.addAll(
                    grouped(again, whole ? all : all.subList(0, Math.min(chosen, all.size()))));
            int moments = half(whole ? times : times - atCommits, again);
            kills.addAll(
                    grouped(
                            again,
                            some(moments, () -> Harm.atMoment(random.nextDouble() * MOMENT_MAX)),
                            random));
        }
        Collections.shuffle(kills, random);
        return numbered(kills);
    }

    private static int half(int all, boolean smaller) {
        return smaller ? all / 2 : all - all / 2;
    }

    private static List<Harm> everywhere(int commits) {
        List<Harm> harms = new ArrayList<>();
        for (int boundary = 1; boundary <= commits; boundary++) {
            harms.add(Harm.atCommit(boundary, true));
            harms.add(Harm.atCommit(boundary, false));
        }
        return harms;
    }

    private static List<Harm> some(int count, Supplier<Harm> harm) {
        List<Harm> harms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            harms.add(harm.get());
        }
        return harms;
    }

    private static List<Kill> grouped(boolean again, List<Harm> harms) {
        List<Kill> kills = new ArrayList<>();
        for (int from = 0; from < harms.size(); from += SURVEYS_MAX) {
            int to = Math.min(harms.size(), from + SURVEYS_MAX);
            kills.add(new Kill(again, false, harms.subList(from, to)));
        }
        return kills;
    }

    /** The store dies with every third of them. */
    private static List<Kill> grouped(boolean again, List<Harm> harms, Random random) {
        return grouped(again, harms).stream()
                .map(kill -> new Kill(again, random.nextInt(3) == 0, kill.harms()))
                .toList();
    }

    private static List<Kill> numbered(List<Kill> kills) {
        List<Kill> numbered = new ArrayList<>();
        int run = 0;
        for (Kill kill : kills) {
            List<Harm> harms = new ArrayList<>();
            for (Harm harm : kill.harms()) {
                harms.add(harm.numbered(++run));
            }
            numbered.add(new Kill(kill.again(), kill.storeToo(), harms));
        }
        return numbered;
    }

    /** The same for one of them alone. */
    Kill alone(Harm harm) {
        return new Kill(again, storeToo, List.of(harm));
    }

    boolean isAtCommits() {
        return harms.getFirst().isAtCommit();
    }

    @Override
    public String toString() {
        return "%s surveys%s".formatted(again ? "second" : "first", storeToo ? ", store too" : "");
    }
}
