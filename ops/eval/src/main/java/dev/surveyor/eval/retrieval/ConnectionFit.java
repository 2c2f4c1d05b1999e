package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.finders.SurveyorFinder;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.query.retrieve.ConnectionFeature;
import dev.surveyor.query.retrieve.Features;
import java.util.ArrayList;
import java.util.List;

/** Weights with which the right connection is the likeliest of all. */
final class ConnectionFit {

    private static final ConnectionFeature[] FEATURES = ConnectionFeature.values();

    private final List<Example> examples = new ArrayList<>();

    private static final class Example {

        private final float[][] features;
        private final int right;

        Example(float[][] features, int right) {
            this.features = features;
            this.right = right;
        }
    }

    void add(SurveyorFinder finder, Features features, Question question) {
        List<Features.OfConnection> all = features.connections();
        float[][] rows = new float[all.size()][FEATURES.length];
        int right = -1;
        for (int i = 0; i < rows.length; i++) {
            for (ConnectionFeature feature : FEATURES) {
                rows[i][feature.at()] = all.get(i).of(feature);
            }
            if (finder.database(all.get(i)).equals(question.database())) {
                right = i;
            }
        }
        examples.add(new Example(rows, right));
    }

    double[] weights() {
        return Descent.least(FEATURES.length, this::slope);
    }

    private void slope(double[] weights, double[] slope) {
        int all = examples.size();
        for (Example example : examples) {
            double[] shares = shares(example.features, weights);
            for (int i = 0; i < shares.length; i++) {
                double miss = (shares[i] - (i == example.right ? 1 : 0)) / all;
                for (int j = 0; j < slope.length; j++) {
                    slope[j] += miss * example.features[i][j];
                }
            }
        }
    }

    private static double[] shares(float[][] features, double[] weights) {
        double[] shares = new double[features.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                shares[i] += weights[j] * features[i][j];
            }
            most = Math.max(most, shares[i]);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
