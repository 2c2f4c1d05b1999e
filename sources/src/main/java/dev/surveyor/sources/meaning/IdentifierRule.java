package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;

/** Keys that mean nothing but their row, by declaration or name. */
final class IdentifierRule implements MeaningRule {

    private static final Set<String> SURE = Set.of("id", "uid", "guid", "oid", "identifier");
    private static final Set<String> WORDS =
            Set.of("id", "key", "uid", "guid", "oid", "identifier", "nr", "no", "number", "num");

    @Override
    public Meaning judge(Evidence evidence) {
        boolean possible =
                evidence.isNumber() || (evidence.isText() && evidence.averageLength() <= 40);
        if (evidence.key() && (evidence.isNumber() || evidence.columnSays(WORDS))) {
            return Meaning.of(SemanticType.IDENTIFIER, 0.55);
        }
        return possible && evidence.columnSays(SURE)
                ? Meaning.of(SemanticType.IDENTIFIER, 0.5)
                : Meaning.NOTHING;
    }
}
