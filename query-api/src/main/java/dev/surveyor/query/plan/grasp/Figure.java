package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Measure;

/**
 * What is counted or computed, over which rows.
 *
 * @param table whose rows they are
 * @param column that is computed; {@link Measure#ALL}: rows are counted
 * @param to after the last word that says it
 */
record Figure(int table, int column, Measure.Function function, int from, int to, double cost) {

    Measure measure() {
        return column == Measure.ALL ? Measure.COUNT : Measure.of(function, column);
    }
}
