package dev.surveyor.query.plan.choose;

import java.util.Map;

/** A learnt logistic curve over named figures. */
public record Curve(Map<String, Double> weights) {

    public static final String BIAS = "bias";

    public Curve {
        weights = Map.copyOf(weights);
    }

    /** Between 0 and 1. */
    public double of(Map<String, Double> figures) {
        double score = weights.getOrDefault(BIAS, 0.0);
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            score += weights.getOrDefault(figure.getKey(), 0.0) * figure.getValue();
        }
        return 1 / (1 + Math.exp(-score));
    }
}
