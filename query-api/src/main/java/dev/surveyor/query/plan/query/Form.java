package dev.surveyor.query.plan.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a measure is made of its column.
 *
 * @param grain of a moment; null: as it is
 * @param share where there are any: the percentage of the rows that hold all of these
 * @param times a column that each value is multiplied with; {@link Measure#ALL}: none
 * @param decimals that it is rounded to; null: not rounded
 */
public record Form(
        @Nullable Grain grain, List<Condition> share, int times, @Nullable Integer decimals) {

    public static final Form PLAIN = new Form(null, List.of(), Measure.ALL, null);

    public Form {
        share = List.copyOf(share);
    }

    public static Form of(Grain grain) {
        return new Form(grain, List.of(), Measure.ALL, null);
    }

    public static Form share(List<Condition> conditions) {
        return new Form(null, conditions, Measure.ALL, null);
    }

    public Form rounded(int places) {
        return new Form(grain, share, times, places);
    }
}
