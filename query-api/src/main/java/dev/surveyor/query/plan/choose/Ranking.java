package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.compose.Draft;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.read.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranks the plans of a question. */
public final class Ranking {

    private static final int PLANS_MAX = 40;

    private final double[] weights;

    public Ranking(Map<String, Double> weights) {
        this.weights =
                PlanFeatures.NAMES.stream()
                        .mapToDouble(name -> weights.getOrDefault(name, 0.0))
                        .toArray();
    }

    /** The best first; those that stand no chance are left out. */
    public List<Ranked> of(List<Draft> drafts, Lookup lookup, Reading reading) {
        List<Scored> scored = new ArrayList<>();
        for (Draft draft : drafts) {
            double[] figures =
                    PlanFeatures.of(draft, lookup, reading).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            scored.add(new Scored(draft, linear(figures)));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Scored> best = scored.stream().limit(PLANS_MAX).toList();
        double highest =
                best.stream().mapToDouble(Scored::score).max().orElse(Double.NEGATIVE_INFINITY);
        double sum = best.stream().mapToDouble(each -> Math.exp(each.score() - highest)).sum();
        return best.stream()
                .map(each ->
                        new Ranked(
                                each.draft(), each.score(), Math.exp(each.score() - highest) / sum))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    private record Scored(Draft draft, double score) {}

    private double linear(double[] figures) {
        double score = 0;
        for (int f = 0; f < figures.length; f++) {
            score += weights[f] * figures[f];
        }
        return score;
    }
}
