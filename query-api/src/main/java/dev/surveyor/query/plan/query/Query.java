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
     * @param groupBy columns, each by itself; a measure that is shown beside figures groups as well
     * @param limit null: all rows
     * @param skip rows before the first that is wanted
     */
    record Select(
            boolean distinct,
            List<Measure> items,
            JoinTree from,
            List<Condition> where,
            List<Integer> groupBy,
            List<Condition> having,
            List<Order> orderBy,
            @Nullable Integer limit,
            int skip)
            implements Query {

        public Select(
                boolean distinct,
                List<Measure> items,
                JoinTree from,
                List<Condition> where,
                List<Integer> groupBy,
                List<Condition> having,
                List<Order> orderBy,
                @Nullable Integer limit) {
            this(distinct, items, from, where, groupBy, having, orderBy, limit, 0);
        }

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

    /**
     * One number of two, each the one value of a select of its own.
     *
     * @param decimals that it is rounded to; null: not rounded
     */
    record Computed(Arithmetic how, Select left, Select right, @Nullable Integer decimals)
            implements Query {}

    /** How rows are combined. */
    enum SetOperation {
        UNION,
        INTERSECT,
        EXCEPT
    }

    /** A sort key. */
    record Order(Measure measure, boolean descending) {}
}
