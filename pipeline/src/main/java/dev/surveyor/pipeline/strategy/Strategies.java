package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.StrategyVerdict.Decider;
import java.util.List;
import java.util.Optional;

/** All rules, in the order in which they are asked: the first that knows the column decides. */
public final class Strategies {

    private static final List<StrategyRule> RULES =
            List.of(
                    new UnreadableRule(),
                    new PersonalRule(),
                    new StructuredRule(),
                    new MomentRule(),
                    new DigestRule(),
                    new LabelRule(),
                    new KeyRule(),
                    new PointerRule(),
                    new UnseenRule(),
                    new YearRule(),
                    new NumberRule(),
                    new PlaceOnTheWebRule(),
                    new ProseRule(),
                    new FewValuesRule(),
                    new NamingRule(),
                    new CodeRule(),
                    new ManyTextsRule());

    private Strategies() {}

    public static StrategyVerdict of(ColumnFacts facts) {
        return RULES.stream()
                .map(rule -> rule.judge(facts))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() ->
                        new StrategyVerdict(
                                Strategy.SKIP,
                                Decider.RULE,
                                "none",
                                "No rule knows columns of type %s: %s."
                                        .formatted(facts.type(), facts.counted()),
                                0.3));
    }

    /** Whether somebody who knows more should be asked. */
    public static boolean unsure(StrategyVerdict verdict) {
        return verdict.confidence() < Verdicts.SURE;
    }
}
