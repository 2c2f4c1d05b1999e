package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;

/** Names of places, by name. */
final class CityRule implements MeaningRule {

    private static final Set<String> WORDS =
            Set.of("city", "town", "municipality", "ort", "stadt", "village");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText()
                        && evidence.columnSays(WORDS)
                        && evidence.mostly(0.8, text -> text.chars().noneMatch(Character::isDigit))
                ? Meaning.of(SemanticType.CITY, 0.8)
                : Meaning.NOTHING;
    }
}
