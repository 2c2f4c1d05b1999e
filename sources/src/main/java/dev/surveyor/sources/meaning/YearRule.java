package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;

/** Years, by name and range. */
final class YearRule implements MeaningRule {

    private static final Set<String> WORDS = Set.of("year", "jahr", "yr", "founded", "annee");

    @Override
    public Meaning judge(Evidence evidence) {
        double share =
                evidence.isNumber() || evidence.isText() ? evidence.share(YearRule::isYear) : 0;
        return share >= 0.9 && evidence.columnSays(WORDS)
                ? Meaning.of(SemanticType.YEAR, 0.95)
                : Meaning.NOTHING;
    }

    private static boolean isYear(String text) {
        return text.matches("(1[4-9]|20|21)\\d{2}");
    }
}
