package dev.surveyor.query.plan.query;

import dev.surveyor.query.plan.link.KeyEdge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a measure is made of its column.
 *
 * @param grain of a moment; null: as it is
 * @param share where there are any: the percentage of the rows that hold all of these
 * @param times a column that each value is multiplied with; {@link Measure#ALL}: none
 * @param decimals that it is rounded to; null: not rounded
 * @param against a figure that this one is set against; null: none
 * @param through a reference within the table: the column is the other row's; null: this row's
 */
public record Form(
        @Nullable Grain grain,
        List<Condition> share,
        int times,
        @Nullable Integer decimals,
        @Nullable Against against,
        @Nullable KeyEdge through) {

    public static final Form PLAIN = new Form(null, List.of(), Measure.ALL, null, null, null);

    public Form {
        share = List.copyOf(share);
    }

    public static Form of(@Nullable Grain grain) {
        return new Form(grain, List.of(), Measure.ALL, null, null, null);
    }

    public static Form share(List<Condition> conditions) {
        return new Form(null, conditions, Measure.ALL, null, null, null);
    }

    public static Form times(int column) {
        return new Form(null, List.of(), column, null, null, null);
    }

    public static Form through(KeyEdge edge) {
        return new Form(null, List.of(), Measure.ALL, null, null, edge);
    }

    public Form rounded(int places) {
        return new Form(grain, share, times, places, against, through);
    }

    public Form against(Arithmetic how, Measure other) {
        return new Form(grain, share, times, decimals, new Against(how, other), through);
    }
}
