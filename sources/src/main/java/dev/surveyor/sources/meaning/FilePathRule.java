package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.regex.Pattern;

/** Paths of files, by their form. */
final class FilePathRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile(
                    "(/[^/\\s]+){2,}/?|[A-Za-z]:\\\\.+|[\\w./\\\\-]+[/\\\\][\\w.-]+\\.[A-Za-z0-9]{1,5}");

    @Override
    public Meaning judge(Evidence evidence) {
        return evidence.isText() && evidence.mostly(0.8, text -> FORM.matcher(text).matches())
                ? Meaning.of(SemanticType.FILE_PATH, 0.7)
                : Meaning.NOTHING;
    }
}
