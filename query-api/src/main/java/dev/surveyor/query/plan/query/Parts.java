package dev.surveyor.query.plan.query;

import dev.surveyor.query.plan.query.Condition.Any;
import dev.surveyor.query.plan.query.Condition.Between;
import dev.surveyor.query.plan.query.Condition.Compared;
import dev.surveyor.query.plan.query.Condition.ComparedColumns;
import dev.surveyor.query.plan.query.Condition.ComparedThrough;
import dev.surveyor.query.plan.query.Condition.ComparedToQuery;
import dev.surveyor.query.plan.query.Condition.In;
import dev.surveyor.query.plan.query.Condition.Like;
import dev.surveyor.query.plan.query.Condition.Missing;
import dev.surveyor.query.plan.query.Condition.Spelt;
import dev.surveyor.query.plan.query.Condition.Truth;
import dev.surveyor.query.plan.query.Condition.Within;
import java.util.ArrayList;
import java.util.List;

/** What a plan is made of. */
public final class Parts {

    private Parts() {}

    /** The select that gives the columns. */
    public static Query.Select main(Query query) {
        return switch (query) {
            case Query.Select select -> select;
            case Query.Combined(_, Query.Select left, _) -> left;
            case Query.Computed(_, Query.Select left, _, _) -> left;
        };
    }

    /** All selects, those within conditions too. */
    public static List<Query.Select> selects(Query query) {
        List<Query.Select> selects = new ArrayList<>();
        collect(query, selects);
        return selects;
    }

    private static void collect(Query query, List<Query.Select> selects) {
        switch (query) {
            case Query.Select select -> {
                selects.add(select);
                select.where().forEach(condition -> collect(condition, selects));
                select.having().forEach(condition -> collect(condition, selects));
            }
            case Query.Combined(_, Query.Select left, Query.Select right) -> {
                collect(left, selects);
                collect(right, selects);
            }
            case Query.Computed(_, Query.Select left, Query.Select right, _) -> {
                collect(left, selects);
                collect(right, selects);
            }
        }
    }

    private static void collect(Condition condition, List<Query.Select> selects) {
        switch (condition) {
            case ComparedToQuery(_, _, Query query) -> collect(query, selects);
            case In(_, _, Query query) -> collect(query, selects);
            case Any(List<Condition> any) -> any.forEach(each -> collect(each, selects));
            case Compared _,
                    Between _,
                    Like _,
                    Missing _,
                    Truth _,
                    Spelt _,
                    ComparedColumns _,
                    ComparedThrough _,
                    Within _ -> {}
        }
    }

    /** The conditions with those of {@link Any} one by one. */
    public static List<Condition> simple(List<Condition> conditions) {
        List<Condition> simple = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Any(List<Condition> any)) {
                simple.addAll(simple(any));
            } else {
                simple.add(condition);
            }
        }
        return simple;
    }

    /** The column that a condition is about; {@link Measure#ALL} for rows counted. */
    public static int column(Condition condition) {
        return switch (condition) {
            case Compared compared -> compared.measure().column();
            case Between between -> between.measure().column();
            case Like like -> like.column();
            case Missing missing -> missing.column();
            case ComparedToQuery compared -> compared.measure().column();
            case In in -> in.column();
            case Truth truth -> truth.column();
            case Spelt spelt -> spelt.column();
            case ComparedColumns compared -> compared.column();
            case ComparedThrough compared -> compared.column();
            case Within within -> within.column();
            case Any any -> column(any.conditions().getFirst());
        };
    }
}
