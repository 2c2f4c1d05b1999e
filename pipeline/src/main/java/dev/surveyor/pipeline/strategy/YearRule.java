package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Years: few enough to list, and asked for one by one. */
final class YearRule implements StrategyRule {

    private static final String RULE = "year";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (facts.meaning() != SemanticType.YEAR) {
            return Optional.empty();
        }
        return facts.few()
                ? Verdicts.categorical(RULE, 0.85, "It holds years: " + facts.counted() + ".")
                : Verdicts.skip(RULE, 0.85, "It holds many years: " + facts.counted() + ".");
    }
}
