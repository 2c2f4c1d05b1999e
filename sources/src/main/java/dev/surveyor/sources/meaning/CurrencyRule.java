package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** Currencies, by their codes. */
final class CurrencyRule implements MeaningRule {

    private static final Set<String> CODES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> WORDS =
            Set.of("currency", "curr", "waehrung", "währung", "whg", "ccy", "currencycode");

    @Override
    public Meaning judge(Evidence evidence) {
        double share = evidence.isText() ? evidence.share(0.7, CODES::contains) : 0;
        boolean certain = share >= 0.95 && evidence.values().size() >= 3;
        return certain || (share >= 0.7 && evidence.columnSays(WORDS))
                ? Meaning.of(SemanticType.CURRENCY, 0.9)
                : Meaning.NOTHING;
    }
}
