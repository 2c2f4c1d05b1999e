package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Columns without a value to look at: only name and type speak. */
final class UnseenRule implements StrategyRule {

    private static final String RULE = "unseen";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (!facts.unseen()) {
            return Optional.empty();
        }
        Count rows = facts.rows();
        if (rows != null && rows.value() > 0 && facts.distinct() != null) {
            return Verdicts.skip(
                    RULE, 0.85, "None of its %d rows has a value.".formatted(rows.value()));
        }
        String why =
                rows != null && rows.value() == 0
                        ? "The table is empty"
                        : "Its values could not be measured";
        return switch (facts.family()) {
            case TEXT, ENUM, OTHER ->
                    Verdicts.vector(
                            RULE,
                            facts.says(NamingRule.WORDS) ? 0.5 : 0.3,
                            "%s; its type could hold names (%s).".formatted(why, facts.type()));
            default ->
                    Verdicts.skip(
                            RULE,
                            0.5,
                            "%s; its type holds no names (%s).".formatted(why, facts.type()));
        };
    }
}
