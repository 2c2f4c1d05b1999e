package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups, order and limit of a plan. */
record Shape(List<Integer> groupBy, List<Query.Order> orderBy, @Nullable Integer limit) {

    /** In the place of a group's column: all plain columns that are shown. */
    static final int AS_SHOWN = -2;

    Shape {
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }
}
