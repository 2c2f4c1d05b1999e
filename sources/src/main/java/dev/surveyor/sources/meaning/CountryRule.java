package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Countries, by their codes or English names. */
final class CountryRule implements MeaningRule {

    private static final Set<String> CODES = codes();
    private static final Set<String> NAMES = names();
    private static final Set<String> WORDS =
            Set.of(
                    "country",
                    "countrie",
                    "nation",
                    "nationality",
                    "land",
                    "lnd",
                    "iso2",
                    "iso3",
                    "pays",
                    "pais");

    @Override
    public Meaning judge(Evidence evidence) {
        if (!evidence.isText()) {
            return Meaning.NOTHING;
        }
        double named =
                evidence.share(0.4, text -> NAMES.contains(text.toLowerCase(Locale.ENGLISH)));
        double coded = evidence.share(0.7, CODES::contains);
        boolean says = evidence.columnSays(WORDS);
        if (named >= 0.7 || (says && (named >= 0.4 || coded >= 0.7))) {
            return Meaning.of(SemanticType.COUNTRY, 0.9);
        }
        return coded >= 0.95 && evidence.values().size() >= 8 && evidence.tableSays(WORDS)
                ? Meaning.of(SemanticType.COUNTRY, 0.6)
                : Meaning.NOTHING;
    }

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.addAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
        return codes;
    }

    private static Set<String> names() {
        Set<String> names =
                new HashSet<>(
                        Set.of(
                                "usa",
                                "uk",
                                "england",
                                "scotland",
                                "wales",
                                "russia",
                                "south korea",
                                "czech republic"));
        for (String code : Locale.getISOCountries()) {
            names.add(
                    Locale.of("", code)
                            .getDisplayCountry(Locale.ENGLISH)
                            .toLowerCase(Locale.ENGLISH));
        }
        return names;
    }
}
