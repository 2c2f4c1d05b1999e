package dev.surveyor.query.plan.explain;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Against;
import dev.surveyor.query.plan.query.Arithmetic;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Grain;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Query;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a plan in plain words. */
public final class Explanation {

    private final Lookup lookup;

    private Explanation(Lookup lookup) {
        this.lookup = lookup;
    }

    public static String of(Query query, Lookup lookup) {
        return new Explanation(lookup).query(query) + ".";
    }

    private String query(Query query) {
        return switch (query) {
            case Query.Select select -> select(select);
            case Query.Combined(
                            Query.SetOperation operation,
                            Query.Select left,
                            Query.Select right) ->
                    select(left) + between(operation) + select(right);
            case Query.Computed computed ->
                    arithmetic(computed.how(), select(computed.left()), select(computed.right()))
                            + rounded(computed.decimals());
        };
    }

    private static String arithmetic(Arithmetic how, String left, String right) {
        return switch (how) {
            case DIFFERENCE -> left + ", minus " + right;
            case RATIO -> left + ", divided by " + right;
            case PERCENTAGE -> left + ", in percent of " + right;
            case GROWTH -> "by how many percent " + left + " is more than " + right;
        };
    }

    private static String rounded(@Nullable Integer decimals) {
        return decimals == null ? "" : ", rounded to " + decimals + " decimals";
    }

    private static String between(Query.SetOperation operation) {
        return switch (operation) {
            case UNION -> "; and beside them ";
            case INTERSECT -> "; only what is as well among ";
            case EXCEPT -> "; without ";
        };
    }

    private String select(Query.Select select) {
        StringBuilder text = new StringBuilder(select.distinct() ? "each different " : "");
        text.append(select.items().stream().map(this::measure).collect(Collectors.joining(", ")));
        text.append(" of ")
                .append(
                        select.from().tables().stream()
                                .map(table -> lookup.table(table).name().name())
                                .collect(Collectors.joining(" with ")));
        if (!select.where().isEmpty()) {
            text.append(" where ").append(conditions(select.where(), " and "));
        }
        if (!select.groupBy().isEmpty()) {
            text.append(", for each ")
                    .append(
                            select.groupBy().stream()
                                    .map(this::column)
                                    .collect(Collectors.joining(" and ")));
        }
        if (!select.having().isEmpty()) {
            text.append(" that has ").append(conditions(select.having(), " and "));
        }
        if (!select.orderBy().isEmpty()) {
            text.append(", by ")
                    .append(
                            select.orderBy().stream()
                                    .map(order ->
                                            measure(order.measure())
                                                    + (order.descending()
                                                            ? ", highest first"
                                                            : ", lowest first"))
                                    .collect(Collectors.joining(", then by ")));
        }
        if (select.skip() > 0) {
            text.append(", after the first ").append(select.skip());
        }
        if (select.limit() != null) {
            text.append(", the first ").append(select.limit()).append(" only");
        }
        return text.toString();
    }

    private String conditions(List<Condition> conditions, String joined) {
        return conditions.stream().map(this::condition).collect(Collectors.joining(joined));
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Compared(
                            Measure measure,
                            Condition.Comparison how,
                            Condition.Literal value) ->
                    measure(measure) + " " + how.sign() + " " + value.text();
            case Condition.Between(
                            Measure measure,
                            Condition.Literal low,
                            Condition.Literal high) ->
                    measure(measure) + " is from " + low.text() + " to " + high.text();
            case Condition.Like(int column, String pattern, boolean negated) ->
                    column(column) + (negated ? " is not like " : " is like ") + pattern;
            case Condition.Missing(int column, boolean negated) ->
                    column(column) + (negated ? " is known" : " is not known");
            case Condition.ComparedToQuery(
                            Measure measure,
                            Condition.Comparison how,
                            Query query) ->
                    measure(measure) + " " + how.sign() + " the " + query(query);
            case Condition.In(int column, boolean negated, Query query) ->
                    column(column)
                            + (negated ? " is not among the " : " is among the ")
                            + query(query);
            case Condition.Truth(int column, boolean value) ->
                    column(column) + (value ? "" : " is not so");
            case Condition.Spelt(int column, String text, boolean negated) ->
                    column(column)
                            + (negated ? " is not " : " is ")
                            + text
                            + ", however it is spelt";
            case Condition.ComparedColumns(int column, Condition.Comparison how, int other) ->
                    column(column) + " " + how.sign() + " " + column(other);
            case Condition.ComparedThrough(int column, Condition.Comparison how, KeyEdge edge) ->
                    column(column)
                            + " "
                            + how.sign()
                            + " that of the row that "
                            + reference(edge)
                            + " names";
            case Condition.Within within -> within(within);
            case Condition.Any(List<Condition> any) -> "(" + conditions(any, " or ") + ")";
        };
    }

    private String within(Condition.Within within) {
        String from = within.from() == null ? "" : " from " + within.from() + " on";
        String before = within.before() == null ? "" : " before " + within.before();
        return column(within.column()) + " is" + from + before;
    }

    private String measure(Measure measure) {
        Against against = measure.form().against();
        String plain = plainly(measure);
        String whole =
                against == null
                        ? plain
                        : arithmetic(against.how(), plain, plainly(against.measure()));
        return whole + rounded(measure.form().decimals());
    }

    private String plainly(Measure measure) {
        Grain grain = measure.form().grain();
        if (grain != null && !measure.aggregate()) {
            return "the "
                    + grain.name().toLowerCase(Locale.ROOT).split("_", -1)[0]
                    + " of "
                    + column(measure.column());
        }
        KeyEdge through = measure.form().through();
        if (through != null) {
            return column(measure.column()) + " of the row that " + reference(through) + " names";
        }
        if (!measure.aggregate()) {
            return measure.column() == Measure.ALL ? "everything" : column(measure.column());
        }
        String inner = measure.column() == Measure.ALL ? "rows" : column(measure.column());
        if (grain != null) {
            inner = grain.name().toLowerCase(Locale.ROOT).split("_", -1)[0] + "s of " + inner;
        }
        if (measure.form().times() != Measure.ALL) {
            inner += " times " + column(measure.form().times());
        }
        String different = measure.distinct() ? "different " : "";
        return switch (measure.function()) {
            case COUNT -> "the number of " + different + inner;
            case SUM -> "the total of " + different + inner;
            case AVG -> "the average of " + different + inner;
            case MIN -> "the lowest " + inner;
            case MAX -> "the highest " + inner;
            case SHARE -> "the percentage with " + conditions(measure.form().share(), " and ");
            case NONE -> inner;
        };
    }

    private String reference(KeyEdge edge) {
        return edge.columns().stream().map(this::column).collect(Collectors.joining(" and "));
    }

    private String column(int id) {
        ColumnFacts column = lookup.column(id);
        return lookup.tableOf(column).name().name().toLowerCase(Locale.ROOT)
                + "."
                + column.name().toLowerCase(Locale.ROOT);
    }
}
