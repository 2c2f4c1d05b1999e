package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Percentages, by name and range. */
final class PercentageRule implements MeaningRule {

    private static final Pattern FORM = Pattern.compile("-?(\\d{1,2}|100)([.,]\\d+)?%?");
    private static final Set<String> WORDS =
            Set.of("percent", "percentage", "pct", "rate", "ratio", "share", "discount", "prozent");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isNumber()
                        && evidence.columnSays(WORDS)
                        && evidence.mostly(0.9, PercentageRule::isPercentage)
                ? Meaning.of(SemanticType.PERCENTAGE, 0.7)
                : Meaning.NOTHING;
    }

    private static boolean isPercentage(String text) {
        return FORM.matcher(text).matches();
    }
}
