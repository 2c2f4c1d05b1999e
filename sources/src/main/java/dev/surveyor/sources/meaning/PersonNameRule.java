package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of persons, by the names of column and table and the form of the values. */
final class PersonNameRule implements MeaningRule {

    private static final Pattern FORM = Pattern.compile("[\\p{L}][\\p{L}\\p{M}'’.\\- ,]{0,60}");
    private static final Set<String> SURE =
            Set.of(
                    "firstname",
                    "lastname",
                    "surname",
                    "fullname",
                    "givenname",
                    "familyname",
                    "middlename",
                    "forename",
                    "maidenname",
                    "vorname",
                    "nachname",
                    "contactname",
                    "fname",
                    "lname",
                    "personname",
                    "customername",
                    "employeename");
    private static final Set<String> WORDS = Set.of("name", "contact");
    private static final Set<String> PERSONS =
            Set.of(
                    "person",
                    "people",
                    "employee",
                    "customer",
                    "client",
                    "student",
                    "teacher",
                    "staff",
                    "author",
                    "actor",
                    "user",
                    "member",
                    "patient",
                    "doctor",
                    "physician",
                    "nurse",
                    "player",
                    "singer",
                    "artist",
                    "candidate",
                    "contact",
                    "driver",
                    "owner",
                    "guest",
                    "professor",
                    "instructor",
                    "director",
                    "passenger",
                    "voter",
                    "donor",
                    "applicant",
                    "manager",
                    "coach",
                    "pilot");

    @Override
    public Meaning judge(Evidence evidence) {
        if (!evidence.isText()) {
            return Meaning.NOTHING;
        }
        if (evidence.columnSays(SURE)) {
            return isFormed(evidence)
                    ? Meaning.personal(
                            SemanticType.PERSON_NAME, 0.9, "Its name says names of persons.")
                    : Meaning.NOTHING;
        }
        boolean says =
                evidence.columnSays(WORDS)
                        && (evidence.tableSays(PERSONS) || evidence.columnSays(PERSONS));
        return says && isFormed(evidence)
                ? Meaning.personal(
                        SemanticType.PERSON_NAME,
                        0.75,
                        "It holds names, and its table or its own name says persons.")
                : Meaning.NOTHING;
    }

    private static boolean isFormed(Evidence evidence) {
        return !evidence.hasValues() || evidence.mostly(0.8, text -> FORM.matcher(text).matches());
    }
}
