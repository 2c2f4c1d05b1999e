package dev.surveyor.query.plan.link;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column beyond its name and values.
 *
 * @param told stems of what its comment or description says first, and of its synonyms
 * @param nullable whether rows lack it, as far as is known
 * @param zoned whether its moments are told in a time zone
 * @param dated whether it holds days or moments
 * @param timed whether its moments are more than days
 * @param newest the last day that it holds; null: none, or not known
 */
public record Lore(
        List<String> told,
        boolean nullable,
        boolean zoned,
        boolean dated,
        boolean timed,
        @Nullable LocalDate newest) {
    public Lore {
        told = List.copyOf(told);
    }
}
