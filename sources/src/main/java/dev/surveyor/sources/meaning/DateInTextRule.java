package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.regex.Pattern;

/** Dates that are kept as text. */
final class DateInTextRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile(
                    "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([ T]\\d{1,2}:\\d{2}.*)?"
                            + "|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}( \\d{1,2}:\\d{2}.*)?"
                            + "|\\d{1,2}[- ]\\p{L}{3,9}[- ,]{1,2}\\d{2,4}|\\p{L}{3,9} \\d{1,2}, ?\\d{4}");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText() && evidence.mostly(0.9, DateInTextRule::isDate)
                ? Meaning.of(SemanticType.DATE_IN_TEXT, 0.8)
                : Meaning.NOTHING;
    }

    static boolean isDate(String text) {
        return FORM.matcher(text).matches();
    }
}
