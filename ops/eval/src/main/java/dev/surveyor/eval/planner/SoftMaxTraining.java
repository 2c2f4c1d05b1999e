package dev.surveyor.eval.planner;

import dev.surveyor.query.plan.read.SoftMax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns weights by gradient steps that shrink where a feature is common. Features that few
 * databases show are left out: what is learnt is language, not a database. For one thread.
 */
final class SoftMaxTraining {

    private static final int EPOCHS = 5;
    private static final float RATE = 0.12f;
    private static final float DECAY = 1e-5f;
    private static final long SEED = 12;

    private final List<String> labels;
    private final FeatureTable table;
    private final Map<String, Integer> labelIds = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();

    private static final class Example {
        private final int[] features;
        private final int label;

        Example(int[] features, int label) {
            this.features = features;
            this.label = label;
        }
    }

    SoftMaxTraining(List<String> labels, FeatureTable table) {
        this.labels = labels;
        this.table = table;
        labels.forEach(label -> labelIds.put(label, labelIds.size()));
    }

    /** An example of a label that is not known is left out. */
    void add(int[] features, String label) {
        Integer labelId = labelIds.get(label);
        if (labelId != null) {
            examples.add(new Example(features, labelId));
        }
    }

    SoftMax learn() {
        float[][] weights = new float[table.size()][];
        float[][] squares = new float[table.size()][];
        for (int i = 0; i < weights.length; i++) {
            if (table.common(i)) {
                weights[i] = new float[labels.size()];
                squares[i] = new float[labels.size()];
            }
        }
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(examples, random);
            for (Example example : examples) {
                step(example, weights, squares);
            }
        }
        Map<String, float[]> learnt = new HashMap<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != null) {
                learnt.put(table.name(i), weights[i]);
            }
        }
        return new SoftMax(labels, learnt);
    }

    private void step(Example example, float[][] weights, float[][] squares) {
        float[] scores = new float[labels.size()];
        for (int feature : example.features) {
            float[] row = weights[feature];
            if (row != null) {
                for (int k = 0; k < scores.length; k++) {
                    scores[k] += row[k];
                }
            }
        }
        float highest = scores[0];
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        float sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] = scores[k] / sum - (k == example.label ? 1 : 0);
        }
        for (int feature : example.features) {
            float[] row = weights[feature];
            if (row != null) {
                float[] square = squares[feature];
                for (int k = 0; k < scores.length; k++) {
                    float gradient = scores[k] + DECAY * row[k];
                    square[k] += gradient * gradient;
                    row[k] -= RATE * gradient / (float) Math.sqrt(square[k] + 1e-3f);
                }
            }
        }
    }
}
