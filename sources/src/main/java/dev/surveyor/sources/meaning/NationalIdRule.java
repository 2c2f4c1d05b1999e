package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers that states give to persons, by name and form. */
final class NationalIdRule implements MeaningRule {

    private static final Pattern AMERICAN =
            Pattern.compile("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
    private static final Set<String> WORDS =
            Set.of(
                    "ssn",
                    "socialsecurity",
                    "nationalid",
                    "passport",
                    "taxid",
                    "nin",
                    "nino",
                    "personnummer",
                    "steuerid",
                    "dni",
                    "cpf",
                    "aadhaar");

    @Override
    public Meaning judge(Evidence evidence) {
        if (evidence.columnSays(WORDS) && !evidence.key()) {
            return Meaning.personal(
                    SemanticType.NATIONAL_ID,
                    0.9,
                    "Its name says a number that a state gives to persons.");
        }
        return evidence.isText() && evidence.mostly(0.9, text -> AMERICAN.matcher(text).matches())
                ? Meaning.personal(
                        SemanticType.NATIONAL_ID,
                        0.8,
                        "Its values have the form of social security numbers.")
                : Meaning.NOTHING;
    }
}
