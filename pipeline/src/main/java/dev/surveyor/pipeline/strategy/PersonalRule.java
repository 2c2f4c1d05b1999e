package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;
import java.util.Set;

/**
 * Personal columns: none of their values is kept, so they are found by what they are called; those
 * that people name somebody by are worth looking up in the source.
 */
final class PersonalRule implements StrategyRule {

    private static final String RULE = "personal";

    private static final Set<SemanticType> NAMING =
            Set.of(SemanticType.PERSON_NAME, SemanticType.EMAIL, SemanticType.POSTAL_ADDRESS);

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (!facts.personal()) {
            return Optional.empty();
        }
        if (facts.meaning() == SemanticType.NONE || NAMING.contains(facts.meaning())) {
            return facts.text()
                    ? Verdicts.vector(
                            RULE,
                            NAMING.contains(facts.meaning()) ? 0.95 : 0.6,
                            "Persons are named by it; its values are personal and not kept (%s)."
                                    .formatted(facts.counted()))
                    : skipped(facts);
        }
        return skipped(facts);
    }

    private static Optional<StrategyVerdict> skipped(ColumnFacts facts) {
        return Verdicts.skip(
                RULE,
                0.9,
                "Its values are personal and not kept (%s, %s)."
                        .formatted(facts.type(), facts.counted()));
    }
}
