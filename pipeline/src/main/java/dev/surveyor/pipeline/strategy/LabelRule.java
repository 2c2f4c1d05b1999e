package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TypeFamily;
import java.util.Optional;

/** Enumerations, truth values and flags. */
final class LabelRule implements StrategyRule {

    private static final String RULE = "label";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        int labels = facts.column().type().labels().size();
        if (facts.family() == TypeFamily.ENUM && labels <= facts.categoriesMax()) {
            return Verdicts.categorical(
                    RULE, 1, "Its type lists its %d values (%s).".formatted(labels, facts.type()));
        }
        if (facts.family() == TypeFamily.BOOLEAN) {
            return Verdicts.categorical(RULE, 1, "It says yes or no (%s).".formatted(facts.type()));
        }
        return facts.meaning() == SemanticType.FLAG && facts.few()
                ? Verdicts.categorical(RULE, 0.95, "It says yes or no: " + facts.counted() + ".")
                : Optional.empty();
    }
}
