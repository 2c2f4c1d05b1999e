package dev.surveyor.bench.embeddings;

import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import java.util.ArrayList;
import java.util.List;

/** Two ways of embedding, in turns, with the same texts in the same round. */
final class Contest {

    private static final double NANOS_PER_SECOND = 1e9;

    private final String what;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    Contest(String what) {
        this.what = what;
    }

    /** One way of embedding them all. */
    interface Way {
        void embed(List<String> texts);
    }

    /** Who begins changes with the rounds. */
    void round(int round, List<String> texts, Way our, Way their) {
        if (round % 2 == 0) {
            ours.add(perSecond(our, texts));
            theirs.add(perSecond(their, texts));
        } else {
            theirs.add(perSecond(their, texts));
            ours.add(perSecond(our, texts));
        }
    }

    private static double perSecond(Way way, List<String> texts) {
        long begin = System.nanoTime();
        way.embed(texts);
        return texts.size() * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }

    Samples ratio() {
        return new Samples(ours).over(new Samples(theirs));
    }

    List<Report.Row> rows(String other) {
        return List.of(
                new Report.Row(what + ", ours", "texts/s", new Samples(ours)),
                new Report.Row(what + ", " + other, "texts/s", new Samples(theirs)),
                new Report.Row(what + ", ours / " + other + ", pair by pair", "x", ratio()));
    }
}
