package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;

/** Sentences, by their number of words. */
final class FreeTextRule implements MeaningRule {

    private static final int WORDS_MIN = 4;

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText()
                        && evidence.averageLength() >= 25
                        && evidence.mostly(
                                0.6, text -> text.split("\\s+", WORDS_MIN + 1).length >= WORDS_MIN)
                ? Meaning.of(SemanticType.FREE_TEXT, 0.5)
                : Meaning.NOTHING;
    }
}
