package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Any other texts, of which there are many. */
final class ManyTextsRule implements StrategyRule {

    private static final String RULE = "many-texts";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (!facts.text()) {
            return Optional.empty();
        }
        return facts.letters()
                ? Verdicts.vector(
                        RULE, 0.6, "Texts, too many to keep all: " + facts.counted() + ".")
                : Verdicts.skip(RULE, 0.55, "Texts without letters: " + facts.counted() + ".");
    }
}
