package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Streets, house numbers and whole addresses, by name and form. */
final class PostalAddressRule implements MeaningRule {

    private static final Set<String> ADDRESSES =
            Set.of("address", "addressline", "adresse", "addr");
    private static final Set<String> STREETS =
            Set.of("street", "strasse", "straße", "streetname", "streetaddress");
    private static final Set<String> HOUSES =
            Set.of(
                    "houseno",
                    "housenumber",
                    "housenr",
                    "hausnr",
                    "hausnummer",
                    "streetno",
                    "streetnumber");

    private static final Pattern STREET = Pattern.compile("(?=.*\\p{L}{3})[^@]{4,}");
    private static final Pattern WITH_NUMBER =
            Pattern.compile("\\p{L}[^@]{2,} \\d{1,4} ?\\p{L}?|\\d{1,5} \\p{L}[^@]{2,}");
    private static final Pattern HOUSE = Pattern.compile("\\d{1,5}[ /-]?[\\dA-Za-z]{0,4}");

    @Override
    public Meaning judge(Evidence evidence) {
        if (evidence.columnSays(HOUSES)
                && (evidence.isText() || evidence.isNumber())
                && formed(evidence, HOUSE)) {
            return Meaning.personal(
                    SemanticType.POSTAL_ADDRESS, 0.85, "Its name says numbers of houses.");
        }
        return evidence.isText() && (isAddress(evidence) || isStreet(evidence))
                ? Meaning.personal(
                        SemanticType.POSTAL_ADDRESS, 0.85, "Its name says postal addresses.")
                : Meaning.NOTHING;
    }

    private static boolean isAddress(Evidence evidence) {
        return evidence.columnSays(ADDRESSES)
                && (!evidence.hasValues()
                        || evidence.mostly(0.6, text -> text.contains(" ") && !text.contains("@")));
    }

    /** A short form may stand for much else: the values decide. */
    private static boolean isStreet(Evidence evidence) {
        return (evidence.columnSays(STREETS) && formed(evidence, STREET))
                || (evidence.columnShortens(STREETS)
                        && evidence.hasValues()
                        && formed(evidence, WITH_NUMBER));
    }

    private static boolean formed(Evidence evidence, Pattern form) {
        return !evidence.hasValues() || evidence.mostly(0.6, text -> form.matcher(text).matches());
    }
}
