package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.regex.Pattern;

/** E-mail addresses, by their form. */
final class EmailRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile("[^\\s@<>,;]{1,64}@[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+");

    @Override
    public Meaning judge(Evidence evidence) {
        double share =
                evidence.isText() ? evidence.share(0.8, text -> FORM.matcher(text).matches()) : 0;
        return share < 0.8
                ? Meaning.NOTHING
                : Meaning.personal(
                        SemanticType.EMAIL, share, "Its values have the form of e-mail addresses.");
    }
}
