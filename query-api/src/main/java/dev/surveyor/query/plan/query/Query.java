package dev.surveyor.query.plan.query;

import dev.surveyor.query.plan.join.JoinTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A structured query, before any SQL text exists. */
public sealed interface Query {

    /**
     * Rows of connected tables.
     *
     * @param where all of them hold
     * @param having all of them hold, over groups
     * @param limit null: all rows
     */
    record Select(
            boolean distinct,
            List<Measure> items,
            JoinTree from,
            List<Condition> where,
            List<Integer> groupBy,
            List<Condition> having,
            List<Order> orderBy,
            @Nullable Integer limit)
            implements Query {

        public Select {
            items = List.copyOf(items);
            where = List.copyOf(where);
            groupBy = List.copyOf(groupBy);
            having = List.copyOf(having);
            orderBy = List.copyOf(orderBy);
        }
    }

    /** Two queries' rows as sets. */
    record Combined(SetOperation operation, Select left, Select right) implements Query {}

    /** How rows are combined. */
    enum SetOperation {
        UNION,
        INTERSECT,
        EXCEPT
    }

    /** A sort key. */
    record Order(Measure measure, boolean descending) {}
}
