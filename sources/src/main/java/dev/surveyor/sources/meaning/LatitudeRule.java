package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** Latitudes, by name and range. */
final class LatitudeRule implements MeaningRule {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");
    private static final Set<String> WORDS = Set.of("latitude", "lat");
    private static final BigDecimal DEGREES_MAX = BigDecimal.valueOf(90);

    @Override
    public Meaning judge(Evidence evidence) {
        boolean possible = evidence.isNumber() || evidence.isText();
        return possible
                        && evidence.columnSays(WORDS)
                        && evidence.mostly(0.9, LatitudeRule::isInRange)
                ? Meaning.of(SemanticType.LATITUDE, 0.95)
                : Meaning.NOTHING;
    }

    private static boolean isInRange(String text) {
        return FORM.matcher(text).matches()
                && new BigDecimal(text).abs().compareTo(DEGREES_MAX) <= 0;
    }
}
