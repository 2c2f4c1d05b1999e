package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** What our role may not select. */
final class UnreadableRule implements StrategyRule {

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        return facts.column().readable()
                ? Optional.empty()
                : Verdicts.skip("unreadable", 1, "The survey's role may not read it.");
    }
}
