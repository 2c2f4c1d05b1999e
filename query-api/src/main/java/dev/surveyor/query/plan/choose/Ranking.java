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

    private final Map<String, Double> weights;

    public Ranking(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** The best first. */
    public List<Ranked> of(List<Draft> drafts, Lookup lookup, Reading reading) {
        List<Ranked> scored = new ArrayList<>();
        double highest = Double.NEGATIVE_INFINITY;
        for (Draft draft : drafts) {
            double score = score(PlanFeatures.of(draft, lookup, reading));
            highest = Math.max(highest, score);
            scored.add(new Ranked(draft, score, 0));
        }
        double sum = 0;
        for (Ranked each : scored) {
            sum += Math.exp(each.score() - highest);
        }
        List<Ranked> ranked = new ArrayList<>();
        for (Ranked each : scored) {
            ranked.add(
                    new Ranked(
                            each.draft(),
                            each.score(),
                            Math.exp(each.score() - highest) / sum));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked;
    }

    private double score(Map<String, Double> features) {
        double score = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            score += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return score;
    }
}
