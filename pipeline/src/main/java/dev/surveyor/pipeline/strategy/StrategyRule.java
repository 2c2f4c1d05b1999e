package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Knows one kind of column and how such a one is found again. */
interface StrategyRule {

    /** Empty where the column is of another kind. */
    Optional<StrategyVerdict> judge(ColumnFacts facts);
}
