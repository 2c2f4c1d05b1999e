package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;

/** Percentages, by name and range. */
final class PercentageRule implements MeaningRule {

    private static final Set<String> WORDS =
            Set.of("percent", "percentage", "pct", "rate", "ratio", "share", "discount", "prozent");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isNumber()
                        && evidence.columnSays(WORDS)
                        && evidence.share(PercentageRule::isPercentage) >= 0.9
                ? Meaning.of(SemanticType.PERCENTAGE, 0.7)
                : Meaning.NOTHING;
    }

    private static boolean isPercentage(String text) {
        return text.matches("-?(\\d{1,2}|100)([.,]\\d+)?%?");
    }
}
