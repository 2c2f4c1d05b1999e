package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers, by their form and the column's name. */
final class PhoneRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile("(\\+|00)?[(\\d][\\d ()./-]{5,20}\\d( ?(x|ext\\.?) ?\\d{1,6})?");
    private static final Set<String> WORDS =
            Set.of(
                    "phone",
                    "telephone",
                    "tel",
                    "mobile",
                    "fax",
                    "cell",
                    "cellphone",
                    "handy",
                    "telefon");

    @Override
    public Meaning judge(Evidence evidence) {
        boolean named = evidence.columnSays(WORDS);
        if (!evidence.isText() && !(named && evidence.isNumber())) {
            return Meaning.NOTHING;
        }
        double formed = evidence.share(0.6, PhoneRule::isFormed);
        double international = evidence.share(0.8, text -> text.startsWith("+") && isFormed(text));
        if (named && (formed >= 0.6 || !evidence.hasValues())) {
            return Meaning.personal(
                    SemanticType.PHONE,
                    0.95,
                    "Its name and the form of its values say telephone numbers.");
        }
        return international >= 0.8
                ? Meaning.personal(
                        SemanticType.PHONE,
                        0.85,
                        "Its values have the form of international telephone numbers.")
                : Meaning.NOTHING;
    }

    private static boolean isFormed(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= 6 && digits <= 20 && FORM.matcher(text).matches();
    }
}
