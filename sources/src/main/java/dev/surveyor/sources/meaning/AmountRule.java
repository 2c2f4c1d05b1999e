package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.Set;

/** Sums of money, by type or name. */
final class AmountRule implements MeaningRule {

    private static final Set<String> WORDS =
            Set.of(
                    "amount", "price", "total", "cost", "salary", "revenue", "fee", "budget",
                    "balance", "payment", "income", "wage", "freight", "betrag", "preis", "sales",
                    "profit");

    @Override
    public Meaning judge(Evidence evidence) {
        if (evidence.family() == TypeFamily.MONEY) {
            return Meaning.of(SemanticType.AMOUNT, 1);
        }
        return evidence.isNumber() && !evidence.key() && evidence.columnSays(WORDS)
                ? Meaning.of(SemanticType.AMOUNT, 0.6)
                : Meaning.NOTHING;
    }
}
