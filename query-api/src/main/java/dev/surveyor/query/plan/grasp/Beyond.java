package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;

/** Whether a query says what plans that are composed from learnt pieces cannot say. */
public final class Beyond {

    private Beyond() {}

    public static boolean composed(Query query, Lookup lookup) {
        return query instanceof Query.Computed
                || Parts.selects(query).stream().anyMatch(select -> beyond(select, lookup));
    }

    private static boolean beyond(Query.Select select, Lookup lookup) {
        return select.skip() > 0
                || select.items().stream().anyMatch(item -> beyond(item) || extreme(item, lookup))
                || Parts.simple(select.where()).stream().anyMatch(Beyond::beyond);
    }

    /** The first or last day of all. */
    private static boolean extreme(Measure measure, Lookup lookup) {
        return (measure.function() == Measure.Function.MIN
                        || measure.function() == Measure.Function.MAX)
                && lookup.lore(measure.column()).dated();
    }

    private static boolean beyond(Measure measure) {
        return measure.form().grain() != null
                || measure.form().decimals() != null
                || measure.form().against() != null
                || measure.form().through() != null
                || measure.form().times() != Measure.ALL
                || measure.function() == Measure.Function.SHARE;
    }

    private static boolean beyond(Condition condition) {
        return switch (condition) {
            case Condition.Truth _,
                    Condition.Spelt _,
                    Condition.ComparedColumns _,
                    Condition.ComparedThrough _,
                    Condition.Within _,
                    Condition.Missing _ ->
                    true;
            case Condition.Compared _,
                    Condition.Between _,
                    Condition.Like _,
                    Condition.ComparedToQuery _,
                    Condition.In _,
                    Condition.Any _ ->
                    false;
        };
    }
}
