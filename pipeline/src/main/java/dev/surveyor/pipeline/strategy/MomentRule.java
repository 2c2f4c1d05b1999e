package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;

/** Dates and times: asked for by range, never by name. */
final class MomentRule implements StrategyRule {

    private static final String RULE = "moment";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        return switch (facts.family()) {
            case DATE, TIME, TIMESTAMP ->
                    Verdicts.skip(
                            RULE,
                            1,
                            "Moments are asked for by range (%s).".formatted(facts.type()));
            default ->
                    facts.meaning() == SemanticType.DATE_IN_TEXT
                                    || facts.meaning() == SemanticType.BIRTH_DATE
                            ? Verdicts.skip(
                                    RULE,
                                    0.9,
                                    "Its values have the form of dates (%s, %s)."
                                            .formatted(facts.type(), facts.counted()))
                            : Optional.empty();
        };
    }
}
