package dev.surveyor.eval.planner;

import java.util.List;

/** One question's plans in figures, and which of them are right. */
final class RankingExamples {

    private final List<double[]> plans;
    private final boolean[] right;
    private final List<String> statements;

    RankingExamples(List<double[]> plans, boolean[] right, List<String> statements) {
        this.plans = List.copyOf(plans);
        this.right = right.clone();
        this.statements = List.copyOf(statements);
    }

    int size() {
        return plans.size();
    }

    double[] plan(int index) {
        return plans.get(index);
    }

    boolean right(int index) {
        return right[index];
    }

    boolean anyRight() {
        for (boolean each : right) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    String statement(int index) {
        return statements.get(index);
    }

    /** The plan that these weights put first; -1: there is none. */
    int best(double[] weights) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < plans.size(); p++) {
            double score = 0;
            for (int f = 0; f < weights.length; f++) {
                score += weights[f] * plans.get(p)[f];
            }
            if (score > highest) {
                highest = score;
                best = p;
            }
        }
        return best;
    }
}
