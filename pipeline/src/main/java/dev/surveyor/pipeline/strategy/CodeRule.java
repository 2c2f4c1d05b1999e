package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;
import java.util.Set;

/** Many codes and numbers that somebody gave out: looked up as they are, not by meaning. */
final class CodeRule implements StrategyRule {

    private static final String RULE = "code";

    private static final Set<SemanticType> GIVEN_OUT =
            Set.of(
                    SemanticType.CODE,
                    SemanticType.PHONE,
                    SemanticType.IBAN,
                    SemanticType.CARD_NUMBER,
                    SemanticType.NATIONAL_ID,
                    SemanticType.POSTAL_CODE);

    private static final Set<String> WORDS =
            Set.of(
                    "code",
                    "cd",
                    "no",
                    "nr",
                    "num",
                    "number",
                    "ref",
                    "reference",
                    "sku",
                    "key",
                    "id");

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (!facts.text()) {
            return Optional.empty();
        }
        if (GIVEN_OUT.contains(facts.meaning())) {
            return Verdicts.skip(
                    RULE, 0.8, "Its values have the form of codes: " + facts.counted() + ".");
        }
        return facts.says(WORDS)
                ? Verdicts.skip(
                        RULE, 0.65, "Its name says codes or numbers: " + facts.counted() + ".")
                : Optional.empty();
    }
}
