package dev.surveyor.query.plan.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Learnt weights of features for labels; gives the chance of each label. */
public final class SoftMax {

    private final List<String> labels;
    private final Map<String, float[]> weights;

    public SoftMax(List<String> labels, Map<String, float[]> weights) {
        this.labels = List.copyOf(labels);
        this.weights = Map.copyOf(weights);
    }

    public List<String> labels() {
        return labels;
    }

    public Map<String, float[]> weights() {
        return weights;
    }

    /** In the order of the labels; they add up to one. */
    public double[] chances(List<String> features) {
        double[] scores = new double[labels.size()];
        for (String feature : features) {
            float[] row = weights.get(feature);
            if (row != null) {
                for (int i = 0; i < scores.length; i++) {
                    scores[i] += row[i];
                }
            }
        }
        double highest = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }
}
