package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;

/** XML documents, by type or form. */
final class XmlRule implements MeaningRule {

    @Override
    public Meaning judge(Evidence evidence) {
        if (evidence.family() == TypeFamily.XML) {
            return Meaning.of(SemanticType.XML, 1);
        }
        return evidence.isText()
                        && evidence.mostly(
                                0.9,
                                text ->
                                        text.startsWith("<")
                                                && text.endsWith(">")
                                                && text.contains("</"))
                ? Meaning.of(SemanticType.XML, 0.9)
                : Meaning.NOTHING;
    }
}
