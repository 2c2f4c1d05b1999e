package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;

/** JSON documents, by type or form. */
final class JsonRule implements MeaningRule {

    @Override
    public Meaning judge(Evidence evidence) {
        if (evidence.family() == TypeFamily.JSON) {
            return Meaning.of(SemanticType.JSON, 1);
        }
        return evidence.isText() && evidence.mostly(0.9, JsonRule::looksLikeJson)
                ? Meaning.of(SemanticType.JSON, 0.9)
                : Meaning.NOTHING;
    }

    private static boolean looksLikeJson(String text) {
        boolean object =
                text.startsWith("{")
                        && text.endsWith("}")
                        && (text.contains("\":") || text.equals("{}"));
        boolean list =
                text.startsWith("[")
                        && text.endsWith("]")
                        && (text.contains("\"") || text.contains(","));
        return object || list;
    }
}
