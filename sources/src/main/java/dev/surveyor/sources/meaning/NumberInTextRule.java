package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.regex.Pattern;

/** Numbers that are kept as text. */
final class NumberInTextRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)([.,]\\d+)?");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText()
                        && evidence.mostly(0.95, text -> FORM.matcher(text).matches())
                        && !evidence.mostly(
                                0.05,
                                text ->
                                        text.length() > 1
                                                && text.startsWith("0")
                                                && !text.contains("."))
                ? Meaning.of(SemanticType.NUMBER_IN_TEXT, 0.5)
                : Meaning.NOTHING;
    }
}
