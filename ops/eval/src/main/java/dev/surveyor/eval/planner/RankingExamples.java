package dev.surveyor.eval.planner;

import java.util.List;

/** One question's plans in figures, and which of them are right. */
final class RankingExamples {

    private final List<double[]> plans;
    private final boolean[] right;

    RankingExamples(List<double[]> plans, boolean[] right) {
        this.plans = List.copyOf(plans);
        this.right = right.clone();
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
}
