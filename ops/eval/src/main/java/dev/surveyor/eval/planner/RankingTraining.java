package dev.surveyor.eval.planner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Learns weights that put a right plan first, as a chance over all plans of a question. */
final class RankingTraining {

    private static final int ROUNDS = 400;
    private static final double RATE = 0.05;
    private static final double DECAY = 2e-4;

    private final List<String> names;
    private final List<RankingExamples> questions;
    private final double[] scale;

    RankingTraining(List<String> names, List<RankingExamples> questions) {
        this.names = names;
        this.questions = questions.stream().filter(RankingExamples::anyRight).toList();
        scale = new double[names.size()];
        for (int f = 0; f < scale.length; f++) {
            scale[f] = 1e-6;
            for (RankingExamples question : this.questions) {
                for (int p = 0; p < question.size(); p++) {
                    scale[f] = Math.max(scale[f], Math.abs(question.plan(p)[f]));
                }
            }
            scale[f] = Math.sqrt(scale[f]);
        }
    }

    Map<String, Double> learn(Map<String, Double> start) {
        double[] weights = new double[names.size()];
        for (int f = 0; f < weights.length; f++) {
            weights[f] = start.getOrDefault(names.get(f), 0.0) * scale[f];
        }
        double[] mean = new double[weights.length];
        double[] square = new double[weights.length];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] gradient = gradient(weights);
            for (int f = 0; f < weights.length; f++) {
                double g = gradient[f] / questions.size() + DECAY * weights[f];
                mean[f] = 0.9 * mean[f] + 0.1 * g;
                square[f] = 0.999 * square[f] + 0.001 * g * g;
                double m = mean[f] / (1 - Math.pow(0.9, round));
                double s = square[f] / (1 - Math.pow(0.999, round));
                weights[f] -= RATE * m / (Math.sqrt(s) + 1e-9);
            }
        }
        Map<String, Double> learnt = new LinkedHashMap<>();
        for (int f = 0; f < weights.length; f++) {
            learnt.put(names.get(f), weights[f] / scale[f]);
        }
        return learnt;
    }

    private double[] gradient(double[] weights) {
        double[] gradient = new double[weights.length];
        for (RankingExamples question : questions) {
            double[] chances = new double[question.size()];
            double highest = Double.NEGATIVE_INFINITY;
            for (int p = 0; p < chances.length; p++) {
                double[] plan = question.plan(p);
                for (int f = 0; f < weights.length; f++) {
                    chances[p] += weights[f] * plan[f] / scale[f];
                }
                highest = Math.max(highest, chances[p]);
            }
            double all = 0;
            double right = 0;
            for (int p = 0; p < chances.length; p++) {
                chances[p] = Math.exp(chances[p] - highest);
                all += chances[p];
                right += question.right(p) ? chances[p] : 0;
            }
            for (int p = 0; p < chances.length; p++) {
                double pull =
                        chances[p] / all
                                - (question.right(p) ? chances[p] / Math.max(1e-12, right) : 0);
                double[] plan = question.plan(p);
                for (int f = 0; f < weights.length; f++) {
                    gradient[f] += pull * plan[f] / scale[f];
                }
            }
        }
        return gradient;
    }
}
