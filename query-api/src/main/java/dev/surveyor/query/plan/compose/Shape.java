package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups, order and limit of a plan. */
record Shape(List<Integer> groupBy, List<Query.Order> orderBy, @Nullable Integer limit) {

    static final Shape PLAIN = new Shape(List.of(), List.of(), null);

    Shape {
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }
}
