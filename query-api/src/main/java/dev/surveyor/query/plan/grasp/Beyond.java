package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;

/** Whether a query says what plans that are composed from learnt pieces cannot say. */
public final class Beyond {

    private Beyond() {}

    public static boolean composed(Query query) {
        return Parts.selects(query).stream().anyMatch(Beyond::beyond);
    }

    private static boolean beyond(Query.Select select) {
        return select.skip() > 0
                || select.items().stream().anyMatch(Beyond::beyond)
                || Parts.simple(select.where()).stream().anyMatch(Beyond::beyond);
    }

    private static boolean beyond(Measure measure) {
        return measure.form().grain() != null
                || measure.form().decimals() != null
                || measure.function() == Measure.Function.SHARE;
    }

    private static boolean beyond(Condition condition) {
        return switch (condition) {
            case Condition.Truth _,
                    Condition.Spelt _,
                    Condition.ComparedColumns _,
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
