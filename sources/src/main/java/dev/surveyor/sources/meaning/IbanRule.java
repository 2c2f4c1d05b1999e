package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** International bank account numbers, by their check digits. */
final class IbanRule implements MeaningRule {

    private static final int LENGTH_MIN = 15;
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z\\d]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    @Override
    public Meaning judge(Evidence evidence) {
        double share = evidence.isText() ? evidence.share(0.7, IbanRule::isIban) : 0;
        return share < 0.7
                ? Meaning.NOTHING
                : Meaning.personal(
                        SemanticType.IBAN,
                        0.5 + share / 2,
                        "Its values carry the check digits of IBANs.");
    }

    static boolean isIban(String text) {
        if (text.length() < LENGTH_MIN) {
            return false;
        }
        String iban = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(iban).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        String turned = iban.substring(4) + iban.substring(0, 4);
        turned.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1;
    }
}
