package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Years, by name and range. */
final class YearRule implements MeaningRule {

    private static final Pattern FORM = Pattern.compile("(1[4-9]|20|21)\\d{2}");
    private static final Set<String> WORDS = Set.of("year", "jahr", "yr", "founded", "annee");

    @Override
    public Meaning judge(Evidence evidence) {
        return (evidence.isNumber() || evidence.isText())
                        && evidence.columnSays(WORDS)
                        && evidence.mostly(0.9, YearRule::isYear)
                ? Meaning.of(SemanticType.YEAR, 0.95)
                : Meaning.NOTHING;
    }

    private static boolean isYear(String text) {
        return FORM.matcher(text).matches();
    }
}
