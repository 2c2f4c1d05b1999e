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

    private static final int PLANS_MAX = 60;

    private final double[] weights;
    private final List<Tree> trees;

    public Ranking(Map<String, Double> weights, List<Tree> trees) {
        this.weights =
                PlanFeatures.NAMES.stream()
                        .mapToDouble(name -> weights.getOrDefault(name, 0.0))
                        .toArray();
        this.trees = List.copyOf(trees);
    }

    /** The best first; those that stand no chance are left out. */
    public List<Ranked> of(List<Draft> drafts, Lookup lookup, Reading reading) {
        List<Scored> scored = new ArrayList<>();
        for (Draft draft : drafts) {
            double[] figures =
                    PlanFeatures.of(draft, lookup, reading).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            scored.add(new Scored(draft, figures, linear(figures)));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Scored> best =
                scored.stream().limit(PLANS_MAX).map(this::withTrees).toList();
        double highest =
                best.stream().mapToDouble(Scored::score).max().orElse(Double.NEGATIVE_INFINITY);
        double sum = best.stream().mapToDouble(each -> Math.exp(each.score() - highest)).sum();
        return best.stream()
                .map(each ->
                        new Ranked(
                                each.draft,
                                each.score(),
                                Math.exp(each.score() - highest) / sum))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    private static final class Scored {
        private final Draft draft;
        private final double[] figures;
        private final double score;

        Scored(Draft draft, double[] figures, double score) {
            this.draft = draft;
            this.figures = figures;
            this.score = score;
        }

        double score() {
            return score;
        }
    }

    private Scored withTrees(Scored scored) {
        double score = scored.score();
        for (Tree tree : trees) {
            score += tree.score(scored.figures);
        }
        return new Scored(scored.draft, scored.figures, score);
    }

    private double linear(double[] figures) {
        double score = 0;
        for (int f = 0; f < figures.length; f++) {
            score += weights[f] * figures[f];
        }
        return score;
    }
}
