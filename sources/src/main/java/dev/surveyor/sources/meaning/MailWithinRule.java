package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.PersonalEvidence;
import dev.surveyor.catalog.TypeFamily;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of several parts, one of them a mail address: whoever it belongs to is told of there. */
final class MailWithinRule implements PersonalRule {

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]@[\\w-]+\\.\\w");

    @Override
    public Optional<PersonalEvidence> judge(Evidence evidence) {
        boolean parts =
                evidence.family() == TypeFamily.COMPOSITE
                        || evidence.family() == TypeFamily.JSON
                        || evidence.family() == TypeFamily.ARRAY;
        return parts && evidence.mostly(0.5, text -> MAIL.matcher(text).find())
                ? Optional.of(new PersonalEvidence(0.9, "Its values hold mail addresses."))
                : Optional.empty();
    }
}
