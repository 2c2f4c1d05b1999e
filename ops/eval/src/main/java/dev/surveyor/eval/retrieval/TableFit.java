package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.finders.SurveyorFinder;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.query.retrieve.Features;
import dev.surveyor.query.retrieve.TableFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Weights with which the right tables of a connection are likely, and the others are not. */
final class TableFit {

    private static final TableFeature[] FEATURES = TableFeature.values();

    private final List<Example> examples = new ArrayList<>();

    private static final class Example {

        private final float[] features;
        private final boolean right;

        Example(float[] features, boolean right) {
            this.features = features;
            this.right = right;
        }
    }

    void add(SurveyorFinder finder, Features features, Question question) {
        Set<String> gold =
                question.tables().stream().map(Search::folded).collect(Collectors.toSet());
        for (Features.OfConnection connection : features.connections()) {
            if (finder.database(connection).equals(question.database())) {
                for (int table = 0; table < connection.tables(); table++) {
                    float[] row = new float[FEATURES.length];
                    for (TableFeature feature : FEATURES) {
                        row[feature.at()] = connection.of(feature, table);
                    }
                    boolean right = gold.contains(Search.folded(connection.table(table).name()));
                    examples.add(new Example(row, right));
                }
            }
        }
    }

    /** The features' weights, and behind them what is added to all. */
    double[] weights() {
        return Descent.least(FEATURES.length + 1, this::slope);
    }

    private void slope(double[] weights, double[] slope) {
        int all = examples.size();
        int last = FEATURES.length;
        for (Example example : examples) {
            double score = weights[last];
            for (int i = 0; i < last; i++) {
                score += weights[i] * example.features[i];
            }
            double likelihood = 1 / (1 + Math.exp(-score));
            double miss = (likelihood - (example.right ? 1 : 0)) / all;
            for (int i = 0; i < last; i++) {
                slope[i] += miss * example.features[i];
            }
            slope[last] += miss;
        }
    }
}
