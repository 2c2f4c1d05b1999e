package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;

/** Streets and whole addresses, by name. */
final class PostalAddressRule implements MeaningRule {

    private static final Set<String> WORDS =
            Set.of("address", "street", "addressline", "strasse", "straße", "adresse", "addr");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText()
                        && evidence.columnSays(WORDS)
                        && (!evidence.hasValues()
                                || evidence.mostly(
                                        0.6, text -> text.contains(" ") && !text.contains("@")))
                ? Meaning.personal(
                        SemanticType.POSTAL_ADDRESS, 0.85, "Its name says postal addresses.")
                : Meaning.NOTHING;
    }
}
