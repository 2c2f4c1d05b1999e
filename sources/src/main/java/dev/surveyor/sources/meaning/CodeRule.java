package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.regex.Pattern;

/** Short codes, by their form. */
final class CodeRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9._/-]{1,24}|[A-Z]{2,6}");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText()
                        && evidence.values().size() >= 3
                        && evidence.mostly(0.9, text -> FORM.matcher(text).matches())
                ? Meaning.of(SemanticType.CODE, 0.45)
                : Meaning.NOTHING;
    }
}
