package dev.surveyor.query.plan.query;

/**
 * A column, or something counted or computed over the rows of a group.
 *
 * @param column id; {@link #ALL}: of the rows themselves
 */
public record Measure(Function function, boolean distinct, int column) {

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
        MAX
    }

    public static Measure of(int column) {
        return new Measure(Function.NONE, false, column);
    }

    public static Measure of(Function function, int column) {
        return new Measure(function, false, column);
    }

    public boolean aggregate() {
        return function != Function.NONE;
    }
}
