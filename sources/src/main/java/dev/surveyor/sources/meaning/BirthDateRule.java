package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.Set;
import java.util.regex.Pattern;

/** Dates of birth, by name. */
final class BirthDateRule implements MeaningRule {

    private static final Pattern COMPACT =
            Pattern.compile("(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");
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
                                        && evidence.mostly(0.5, BirthDateRule::isDate)));
        return possible
                ? Meaning.personal(SemanticType.BIRTH_DATE, 0.95, "Its name says dates of birth.")
                : Meaning.NOTHING;
    }

    private static boolean isDate(String text) {
        return DateInTextRule.isDate(text) || COMPACT.matcher(text).matches();
    }
}
