package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import java.util.List;

/** Comparisons with a column's own average, highest or lowest. */
final class Figures {

    private Figures() {}

    static Condition compared(
            ColumnFacts column, Comparison comparison, Measure.Function function) {
        Query average =
                new Query.Select(
                        false,
                        List.of(Measure.of(function, column.id())),
                        new JoinTree(List.of(column.table()), List.of(), 0),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null);
        return new Condition.ComparedToQuery(Measure.of(column.id()), comparison, average);
    }
}
