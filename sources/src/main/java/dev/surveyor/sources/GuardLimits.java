package dev.surveyor.sources;

/**
 * What a statement may cost by its database's own estimate.
 *
 * @param costMax of the whole plan, in the planner's units
 * @param rowsMax that any step of the plan may yield
 */
public record GuardLimits(double costMax, double rowsMax) {

    private static final double COST = 1e8;
    private static final double ROWS = 1e10;

    /** A cost of 100,000,000 (some minutes), 10,000,000,000 rows at any step. */
    public static final GuardLimits STANDARD = new GuardLimits(COST, ROWS);

    public GuardLimits {
        if (!(costMax > 0) || !(rowsMax > 0)) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }
}
