package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.PersonalEvidence;
import java.util.Optional;
import java.util.Set;

/** What somebody wrote about a person. */
final class RemarkRule implements PersonalRule {

    private static final Set<String> WORDS =
            Set.of(
                    "note",
                    "remark",
                    "comment",
                    "memo",
                    "bemerkung",
                    "notiz",
                    "anmerkung",
                    "bio",
                    "biography");

    @Override
    public Optional<PersonalEvidence> judge(Evidence evidence) {
        return evidence.isText()
                        && evidence.columnSays(WORDS)
                        && evidence.tableEndsWith(Persons.WORDS)
                ? Optional.of(
                        new PersonalEvidence(
                                0.7, "It holds remarks, and its table's name says persons."))
                : Optional.empty();
    }
}
