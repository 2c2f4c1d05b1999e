package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Form;
import dev.surveyor.query.plan.query.Measure;

/**
 * What is counted or computed, over which rows.
 *
 * @param table whose rows they are
 * @param column that is computed; {@link Measure#ALL}: rows are counted
 * @param to after the last word that says it
 * @param times a column that each value is multiplied with; {@link Measure#ALL}: none
 */
record Figure(
        int table,
        int column,
        Measure.Function function,
        int from,
        int to,
        double cost,
        int times) {

    Figure(int table, int column, Measure.Function function, int from, int to, double cost) {
        this(table, column, function, from, to, cost, Measure.ALL);
    }

    Figure dearer(double more) {
        return new Figure(table, column, function, from, to, cost + more, times);
    }

    Measure measure() {
        return column == Measure.ALL
                ? Measure.COUNT
                : new Measure(function, false, column, Form.times(times));
    }
}
