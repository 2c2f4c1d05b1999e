package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.regex.Pattern;

/** Digests in hexadecimal, by length and letters. */
final class HashRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText() && evidence.mostly(0.95, text -> FORM.matcher(text).matches())
                ? Meaning.of(SemanticType.HASH, 0.9)
                : Meaning.NOTHING;
    }
}
