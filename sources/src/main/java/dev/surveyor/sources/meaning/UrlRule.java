package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.regex.Pattern;

/** Addresses of the web, by their form. */
final class UrlRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile("((https?|ftp)://|www\\.)[^\\s]+", Pattern.CASE_INSENSITIVE);

    @Override
    public Meaning judge(Evidence evidence) {
        double share =
                evidence.isText() ? evidence.share(0.8, text -> FORM.matcher(text).matches()) : 0;
        return share >= 0.8 ? Meaning.of(SemanticType.URL, share) : Meaning.NOTHING;
    }
}
