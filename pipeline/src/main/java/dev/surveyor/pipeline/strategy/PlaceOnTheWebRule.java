package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TypeFamily;
import java.util.Optional;

/** Links, paths and addresses of machines. */
final class PlaceOnTheWebRule implements StrategyRule {

    private static final String RULE = "place-on-the-web";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        if (facts.family() == TypeFamily.NETWORK || facts.meaning() == SemanticType.IP_ADDRESS) {
            return Verdicts.skip(
                    RULE, 0.95, "It holds addresses of machines (%s).".formatted(facts.type()));
        }
        boolean link =
                facts.meaning() == SemanticType.URL || facts.meaning() == SemanticType.FILE_PATH;
        if (!link) {
            return Optional.empty();
        }
        return facts.few() && facts.whole() && facts.rowsPerValue() >= 2
                ? Verdicts.categorical(
                        RULE, 0.8, "Few links or paths, used often: " + facts.counted() + ".")
                : Verdicts.skip(RULE, 0.85, "It holds links or paths: " + facts.counted() + ".");
    }
}
