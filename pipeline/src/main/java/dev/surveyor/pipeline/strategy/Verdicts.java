package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.StrategyVerdict.Decider;
import java.util.Optional;

/** How rules say what they found. */
final class Verdicts {

    /** Below it a rule is unsure, and somebody else may be asked. */
    static final double SURE = 0.6;

    private Verdicts() {}

    static Optional<StrategyVerdict> categorical(String rule, double confidence, String reason) {
        return of(Strategy.CATEGORICAL, rule, confidence, reason);
    }

    static Optional<StrategyVerdict> vector(String rule, double confidence, String reason) {
        return of(Strategy.VECTOR, rule, confidence, reason);
    }

    static Optional<StrategyVerdict> skip(String rule, double confidence, String reason) {
        return of(Strategy.SKIP, rule, confidence, reason);
    }

    private static Optional<StrategyVerdict> of(
            Strategy strategy, String rule, double confidence, String reason) {
        return Optional.of(new StrategyVerdict(strategy, Decider.RULE, rule, reason, confidence));
    }
}
