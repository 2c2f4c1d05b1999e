package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.SortKey;
import dev.surveyor.sources.guard.postgres.Expression.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with what stands around it. */
record Query(
        boolean recursive,
        List<With> with,
        Body body,
        List<SortKey> order,
        @Nullable Expression limit,
        @Nullable Expression offset,
        boolean withTies,
        Position at)
        implements Node {

    boolean isBare() {
        return with.isEmpty() && order.isEmpty() && limit == null && offset == null;
    }

    /**
     * One query of WITH.
     *
     * @param materialized the words before the query, or none
     */
    record With(
            String name,
            List<String> columns,
            String materialized,
            Query query,
            @Nullable Search search,
            @Nullable Cycle cycle,
            Position at) {}

    record Search(String order, List<String> by, String column) {}

    record Cycle(
            List<String> columns,
            String mark,
            @Nullable Expression value,
            @Nullable Expression otherwise,
            String path) {}

    /** What yields the rows. */
    sealed interface Body {

        record Select(
                String distinct,
                List<Expression> distinctOn,
                List<Item> items,
                List<FromItem> from,
                @Nullable Expression where,
                boolean groupDistinct,
                List<Grouping> groups,
                @Nullable Expression having,
                List<NamedWindow> windows)
                implements Body {}

        record Values(List<List<Expression>> rows) implements Body {}

        record Table(FromItem.Table table) implements Body {}

        record Combined(Query left, String operator, Query right) implements Body {}
    }

    record Item(Expression value, @Nullable String label) {}

    record NamedWindow(String name, Window window) {}

    /** A part of GROUP BY; {@code word} is ROLLUP, CUBE, GROUPING SETS or none. */
    record Grouping(String word, List<Grouping> parts, @Nullable Expression value) {}
}
