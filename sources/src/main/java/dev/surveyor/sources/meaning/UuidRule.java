package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.regex.Pattern;

/** UUIDs, by type or form. */
final class UuidRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public Meaning judge(Evidence evidence) {
        boolean certain = evidence.family() == TypeFamily.UUID;
        return certain
                        || (evidence.isText()
                                && evidence.mostly(0.9, text -> FORM.matcher(text).matches()))
                ? Meaning.of(SemanticType.UUID, 1)
                : Meaning.NOTHING;
    }
}
