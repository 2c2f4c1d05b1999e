package dev.surveyor.query.plan.query;

import dev.surveyor.query.plan.link.KeyEdge;
import java.util.List;

/**
 * A column, or something counted or computed over the rows of a group.
 *
 * @param column id; {@link #ALL}: of the rows themselves
 */
public record Measure(Function function, boolean distinct, int column, Form form) {

    public static final int ALL = -1;
    public static final Measure COUNT = new Measure(Function.COUNT, false, ALL);
    public static final Measure STAR = new Measure(Function.NONE, false, ALL);

    /** What is done with the values. */
    public enum Function {
        NONE,
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        /** How many of a hundred rows hold the form's conditions. */
        SHARE
    }

    public Measure(Function function, boolean distinct, int column) {
        this(function, distinct, column, Form.PLAIN);
    }

    public static Measure of(int column) {
        return new Measure(Function.NONE, false, column);
    }

    public static Measure of(Function function, int column) {
        return new Measure(function, false, column);
    }

    public static Measure of(int column, Grain grain) {
        return new Measure(Function.NONE, false, column, Form.of(grain));
    }

    /** How many of a hundred rows hold all of these. */
    public static Measure share(List<Condition> conditions) {
        return new Measure(Function.SHARE, false, ALL, Form.share(conditions));
    }

    public Measure rounded(int places) {
        return new Measure(function, distinct, column, form.rounded(places));
    }

    /** The column of the row that a row of the same table refers to. */
    public static Measure through(int column, KeyEdge edge) {
        return new Measure(Function.NONE, false, column, Form.through(edge));
    }

    public Measure against(Arithmetic how, Measure other) {
        return new Measure(function, distinct, column, form.against(how, other));
    }

    public boolean aggregate() {
        return function != Function.NONE;
    }
}
