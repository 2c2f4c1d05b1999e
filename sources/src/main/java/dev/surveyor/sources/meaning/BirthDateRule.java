package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.Set;

/** Dates of birth, by name. */
final class BirthDateRule implements MeaningRule {

    private static final Set<String> WORDS =
            Set.of(
                    "birth",
                    "birthdate",
                    "birthday",
                    "dob",
                    "dateofbirth",
                    "born",
                    "geburtsdatum",
                    "geb");

    @Override
    public Meaning judge(Evidence evidence) {
        boolean possible =
                evidence.columnSays(WORDS)
                        && (evidence.family() == TypeFamily.DATE
                                || evidence.family() == TypeFamily.TIMESTAMP
                                || (evidence.isText()
                                        && evidence.mostly(0.7, DateInTextRule::isDate)));
        return possible
                ? Meaning.personal(SemanticType.BIRTH_DATE, 0.95, "Its name says dates of birth.")
                : Meaning.NOTHING;
    }
}
