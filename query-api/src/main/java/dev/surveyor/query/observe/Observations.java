package dev.surveyor.query.observe;

import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.Observation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what stands out in rows, from nothing but them. */
public final class Observations {

    private static final int SAID_MAX = 5;

    /** More rows than this are no answer that a sentence helps to read. */
    private static final int ROWS_MAX = 2_000;

    /** The most telling first. */
    private static final List<Rule> RULES =
            List.of(new Trends(), new Shares(), new Outliers(), new Gaps(), new Nulls());

    private Observations() {}

    /**
     * At most five.
     *
     * @param truncated whether there are more rows than these: what holds for some may be wrong for
     *     all, so that nothing is said
     */
    public static List<Observation> of(
            List<AnswerColumn> columns, List<List<@Nullable Object>> rows, boolean truncated) {
        return of(columns, rows, truncated, Set.of());
    }

    /** The same as if some columns, by their places from 0, were not there. */
    public static List<Observation> of(
            List<AnswerColumn> columns,
            List<List<@Nullable Object>> rows,
            boolean truncated,
            Set<Integer> unseen) {
        if (truncated || rows.size() < 2 || rows.size() > ROWS_MAX) {
            return List.of();
        }
        Grid grid = Grid.of(columns, rows, unseen);
        return RULES.stream().flatMap(rule -> rule.of(grid).stream()).limit(SAID_MAX).toList();
    }
}
