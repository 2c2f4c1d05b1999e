package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Columns that point at another table's rows: what they mean is said there. */
final class PointerRule implements StrategyRule {

    private static final String RULE = "pointer";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (!facts.pointing()) {
            return Optional.empty();
        }
        if (facts.text() && facts.few() && facts.letters()) {
            return Verdicts.categorical(
                    RULE,
                    facts.whole() ? 0.85 : 0.6,
                    "It points at another table with words that people use: %s."
                            .formatted(facts.counted()));
        }
        return Verdicts.skip(
                RULE,
                0.95,
                "It points at rows of another table (%s, %s)."
                        .formatted(facts.type(), facts.counted()));
    }
}
