package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Sentences that people wrote. */
final class ProseRule implements StrategyRule {

    private static final int LENGTH_MIN = 60;
    private static final int ROWS_PER_VALUE_MIN = 5;

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        boolean prose =
                facts.meaning() == SemanticType.FREE_TEXT
                        && facts.averageLength() >= LENGTH_MIN
                        && !(facts.few() && facts.rowsPerValue() >= ROWS_PER_VALUE_MIN);
        return prose
                ? Verdicts.vector(
                        "prose",
                        0.8,
                        "It holds sentences, %d characters on average: %s."
                                .formatted(Math.round(facts.averageLength()), facts.counted()))
                : Optional.empty();
    }
}
