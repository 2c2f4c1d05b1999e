package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A plan's make-up in labels, one for each {@link Head}. */
public final class Skeleton {

    public static final String NONE = "-";

    private Skeleton() {}

    public static Map<Head, String> of(Query query) {
        Query.Select main = Parts.main(query);
        List<Condition> simple = Parts.simple(main.where());
        Map<Head, String> labels = new EnumMap<>(Head.class);
        labels.put(Head.ITEMS, count(main.items().size()));
        labels.put(Head.MEASURES, joined(main.items().stream().map(Skeleton::measure).toList()));
        labels.put(Head.DISTINCT, main.distinct() ? "distinct" : NONE);
        labels.put(
                Head.CONDITIONS,
                count(simple.size()) + (simple.size() == main.where().size() ? "" : "or"));
        labels.put(Head.COMPARISONS, joined(simple.stream().map(Skeleton::comparison).toList()));
        labels.put(Head.GROUP, count(main.groupBy().size()));
        labels.put(
                Head.HAVING,
                joined(
                        main.having().stream()
                                .map(each ->
                                        each instanceof Condition.Compared compared
                                                ? measure(compared.measure()) + comparison(each)
                                                : comparison(each))
                                .toList()));
        labels.put(Head.ORDER, order(main));
        labels.put(Head.NESTING, nesting(query));
        labels.put(Head.TABLES, count(main.from().tables().size()));
        return labels;
    }

    private static String count(int count) {
        return count >= 4 ? "4" : Integer.toString(count);
    }

    private static String joined(Collection<String> parts) {
        return parts.isEmpty() ? NONE : String.join("+", new TreeSet<>(parts));
    }

    static String measure(Measure measure) {
        String name = measure.function().name().toLowerCase(Locale.ROOT);
        return switch (measure.function()) {
            case NONE -> measure.column() == Measure.ALL ? "*" : "plain";
            case COUNT ->
                    measure.column() == Measure.ALL
                            ? "count*"
                            : measure.distinct() ? "countd" : "count";
            case SUM, AVG, MIN, MAX, SHARE -> name;
        };
    }

    private static String comparison(Condition condition) {
        return switch (condition) {
            case Condition.Compared compared -> compared.comparison().sign();
            case Condition.Between _ -> "between";
            case Condition.Like like -> like.negated() ? "not like" : "like";
            case Condition.Missing missing -> missing.negated() ? "not null" : "null";
            case Condition.ComparedToQuery compared -> compared.comparison().sign() + "query";
            case Condition.In in -> in.negated() ? "not in" : "in";
            case Condition.Truth _, Condition.Spelt _ -> "=";
            case Condition.ComparedColumns compared -> compared.comparison().sign();
            case Condition.ComparedThrough compared -> compared.comparison().sign();
            case Condition.Within _ -> "between";
            case Condition.Any any ->
                    joined(any.conditions().stream().map(Skeleton::comparison).toList());
        };
    }

    private static String order(Query.Select main) {
        if (main.orderBy().isEmpty()) {
            return main.limit() == null ? NONE : "limit";
        }
        Query.Order first = main.orderBy().getFirst();
        String rows = main.limit() == null ? "all" : main.limit() == 1 ? "one" : "some";
        return (first.descending() ? "desc " : "asc ") + measure(first.measure()) + " " + rows;
    }

    private static String nesting(Query query) {
        if (query instanceof Query.Combined combined) {
            return combined.operation().name().toLowerCase(Locale.ROOT);
        }
        return Parts.simple(Parts.main(query).where()).stream()
                .filter(condition ->
                        condition instanceof Condition.In
                                || condition instanceof Condition.ComparedToQuery)
                .map(condition ->
                        condition instanceof Condition.In ? comparison(condition) : "compared")
                .findFirst()
                .orElse("flat");
    }
}
