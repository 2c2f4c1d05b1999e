package dev.surveyor.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the planner is asked.
 *
 * @param before what was asked before it in the same talk, the oldest first
 * @param today the day that "last month" is counted from; null: the newest day of the column that
 *     is meant
 */
public record PlannerQuestion(String text, List<String> before, @Nullable LocalDate today) {

    public PlannerQuestion {
        Objects.requireNonNull(text, "text");
        before = List.copyOf(before);
    }

    public static PlannerQuestion of(String text) {
        return new PlannerQuestion(text, List.of(), null);
    }
}
