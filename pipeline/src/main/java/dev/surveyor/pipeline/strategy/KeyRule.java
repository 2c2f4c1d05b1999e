package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Keys that are numbers or mean nothing but their row. */
final class KeyRule implements StrategyRule {

    private static final String RULE = "key";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (facts.key() && facts.number()) {
            return Verdicts.skip(
                    RULE, 1, "It is declared to identify a row (%s).".formatted(facts.type()));
        }
        if (facts.meaning() != SemanticType.IDENTIFIER) {
            return Optional.empty();
        }
        return Verdicts.skip(
                RULE,
                facts.key() || facts.pointing() || facts.partOfPrimaryKey() ? 0.95 : 0.75,
                "Its name says a key, and its values mean nothing else (%s, %s)."
                        .formatted(facts.type(), facts.counted()));
    }
}
