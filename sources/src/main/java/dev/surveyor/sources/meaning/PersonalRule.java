package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.PersonalEvidence;
import java.util.Optional;

/** Recognises personal data of no kind of its own, beside whatever else the column means. */
interface PersonalRule {

    Optional<PersonalEvidence> judge(Evidence evidence);
}
