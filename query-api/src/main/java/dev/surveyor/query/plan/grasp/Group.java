package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Measure;
import java.util.List;

/**
 * What rows are put together by.
 *
 * @param table whose rows they are; -1: a column's values or parts of moments
 * @param keys columns to group by
 * @param shown what tells the groups apart to people
 */
record Group(int table, List<Integer> keys, List<Measure> shown, int from, int to) {
    Group {
        keys = List.copyOf(keys);
        shown = List.copyOf(shown);
    }
}
