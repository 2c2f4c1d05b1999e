package dev.surveyor.eval.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Learns how often plans that look alike are right: a logistic curve over their figures. */
final class SurenessTraining {

    private static final int ROUNDS = 4000;
    private static final double RATE = 0.05;
    private static final double DECAY = 1e-5;

    private final List<Map<String, Double>> plans = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    void add(Map<String, Double> features, boolean isRight) {
        plans.add(features);
        right.add(isRight);
    }

    Map<String, Double> learn() {
        List<String> names = new ArrayList<>(plans.getFirst().keySet());
        double[] weights = new double[names.size() + 1];
        double[] square = new double[weights.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < plans.size(); i++) {
                double[] row = row(plans.get(i), names);
                double score = 0;
                for (int f = 0; f < row.length; f++) {
                    score += weights[f] * row[f];
                }
                double error = 1 / (1 + Math.exp(-score)) - (right.get(i) ? 1 : 0);
                for (int f = 0; f < row.length; f++) {
                    gradient[f] += error * row[f] / plans.size();
                }
            }
            for (int f = 0; f < weights.length; f++) {
                double g = gradient[f] + DECAY * weights[f];
                square[f] = 0.99 * square[f] + 0.01 * g * g;
                weights[f] -= RATE * g / (Math.sqrt(square[f]) + 1e-4) * 0.2;
            }
        }
        Map<String, Double> learnt = new LinkedHashMap<>();
        for (int f = 0; f < names.size(); f++) {
            learnt.put(names.get(f), weights[f]);
        }
        learnt.put("bias", weights[names.size()]);
        return learnt;
    }

    private static double[] row(Map<String, Double> features, List<String> names) {
        double[] row = new double[names.size() + 1];
        for (int f = 0; f < names.size(); f++) {
            row[f] = features.getOrDefault(names.get(f), 0.0);
        }
        row[names.size()] = 1;
        return row;
    }
}
