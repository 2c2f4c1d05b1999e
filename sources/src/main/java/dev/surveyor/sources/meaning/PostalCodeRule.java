package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Postal codes, by name and form. */
final class PostalCodeRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z]{0,2}[ -]?[\\dA-Za-z]{2,5}[ -]?[\\dA-Za-z]{0,5}");
    private static final Set<String> ADDRESSES =
            Set.of("address", "addresse", "adresse", "adressen");
    private static final Set<String> WORDS =
            Set.of("zip", "zipcode", "postal", "postcode", "postalcode", "plz", "postleitzahl");

    @Override
    public Meaning judge(Evidence evidence) {
        boolean possible = evidence.isText() || evidence.isNumber();
        return possible
                        && evidence.columnSays(WORDS)
                        && (!evidence.hasValues()
                                || evidence.mostly(0.8, text -> FORM.matcher(text).matches()))
                ? meaning(evidence)
                : Meaning.NOTHING;
    }

    /** Of towns and shops they are no secret. */
    private static Meaning meaning(Evidence evidence) {
        return evidence.tableSays(ADDRESSES) || evidence.tableSays(Persons.WORDS)
                ? Meaning.personal(
                        SemanticType.POSTAL_CODE,
                        0.9,
                        "It is part of an address, and its table's name says persons or addresses.")
                : Meaning.of(SemanticType.POSTAL_CODE, 0.9);
    }
}
