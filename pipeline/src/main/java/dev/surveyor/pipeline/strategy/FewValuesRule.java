package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TypeFamily;
import java.util.Optional;

/** Texts of which there are few. */
final class FewValuesRule implements StrategyRule {

    private static final String RULE = "few-values";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (!facts.few() || !(facts.text() || facts.family() == TypeFamily.ENUM)) {
            return Optional.empty();
        }
        if (!facts.whole()) {
            return Verdicts.categorical(
                    RULE, 0.55, "Only a part was looked at: " + facts.counted() + ".");
        }
        return Verdicts.categorical(
                RULE,
                facts.rowsPerValue() >= 2 ? 0.95 : 0.8,
                "Few enough to keep all: %s, at most %d."
                        .formatted(facts.counted(), facts.categoriesMax()));
    }
}
