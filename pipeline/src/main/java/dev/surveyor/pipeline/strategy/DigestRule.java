package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TypeFamily;
import java.util.Optional;

/** Hashes and UUIDs: nobody asks for them in words. */
final class DigestRule implements StrategyRule {

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        boolean digest =
                facts.family() == TypeFamily.UUID
                        || facts.meaning() == SemanticType.UUID
                        || facts.meaning() == SemanticType.HASH;
        return digest
                ? Verdicts.skip(
                        "digest",
                        0.95,
                        "Machines made its values: hashes or UUIDs (%s).".formatted(facts.type()))
                : Optional.empty();
    }
}
