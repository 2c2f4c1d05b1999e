package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of payment cards, by length, issuer and check digit; their last digits by name. */
final class CardNumberRule implements MeaningRule {

    private static final int DIGITS_MIN = 12;
    private static final Pattern END = Pattern.compile("\\d{4}");
    private static final Set<String> ENDS = Set.of("last4", "lastfour", "last", "ending");
    private static final Set<String> CARDS = Set.of("card", "pan", "cc");
    private static final Pattern FORM =
            Pattern.compile("(?:3[47]\\d{13}|(?:4|5[1-5]|2[2-7]|6(?:011|5))\\d{11,17})");

    @Override
    public Meaning judge(Evidence evidence) {
        if (evidence.columnSays(ENDS)
                && evidence.columnSays(CARDS)
                && evidence.mostly(0.8, text -> END.matcher(text).matches())) {
            return Meaning.personal(
                    SemanticType.CARD_NUMBER, 0.9, "It holds the last digits of cards.");
        }
        boolean possible = evidence.isText() || evidence.isNumber();
        double share = possible ? evidence.share(0.8, CardNumberRule::isCard) : 0;
        return share < 0.8
                ? Meaning.NOTHING
                : Meaning.personal(
                        SemanticType.CARD_NUMBER,
                        share,
                        "Its values carry the check digit of payment cards.");
    }

    static boolean isCard(String text) {
        if (text.length() < DIGITS_MIN) {
            return false;
        }
        String digits = text.replace(" ", "").replace("-", "");
        return FORM.matcher(digits).matches() && passesLuhn(digits);
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
