package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of persons, by the names of column and table and the form of the values. */
final class PersonNameRule implements MeaningRule {

    private static final Pattern FORM = Pattern.compile("[\\p{L}][\\p{L}\\p{M}'’.\\- ,]{0,60}");
    private static final Pattern WRITTEN = Pattern.compile("\\p{Lu}[\\p{Ll}'’.]");
    private static final Pattern ON_LETTERS = Pattern.compile("[\\p{L}][^@\\d]{1,80}");
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
                    "employeename",
                    "recipientname",
                    "cardholder",
                    "accountholder",
                    "ansprechpartner");
    private static final Set<String> WORDS = Set.of("name", "contact");

    /** Parts of one name in systems that keep names of persons and firms in the same columns. */
    private static final Set<String> PARTS = Set.of("name1", "name2", "nm1", "nm2");

    private static final Set<String> ADDRESSEES = Set.of("addressee", "recipient", "receiver");

    /** Whoever did it may be a name, a log-in or a number. */
    private static final Set<String> DOERS = Set.of("signedby", "receivedby", "approvedby");

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
        if (evidence.columnSays(ADDRESSEES)
                && evidence.mostly(0.6, text -> ON_LETTERS.matcher(text).matches())) {
            return Meaning.personal(
                    SemanticType.PERSON_NAME, 0.8, "Its name says to whom something is sent.");
        }
        if (evidence.columnSays(DOERS) && evidence.mostly(0.5, PersonNameRule::isWritten)) {
            return Meaning.personal(
                    SemanticType.PERSON_NAME,
                    0.8,
                    "Its name says who did it, and names stand there.");
        }
        if (evidence.columnSays(PARTS) && evidence.hasValues() && isFormed(evidence)) {
            return Meaning.personal(
                    SemanticType.PERSON_NAME, 0.6, "It is one of the parts of a name.");
        }
        boolean says =
                evidence.columnSays(WORDS)
                        && (evidence.tableSays(Persons.WORDS)
                                || evidence.columnSays(Persons.WORDS));
        return says && isFormed(evidence)
                ? Meaning.personal(
                        SemanticType.PERSON_NAME,
                        0.75,
                        "It holds names, and its table or its own name says persons.")
                : Meaning.NOTHING;
    }

    /** As people write names, and not as machines call people. */
    private static boolean isWritten(String text) {
        return WRITTEN.matcher(text).lookingAt() && FORM.matcher(text).matches();
    }

    private static boolean isFormed(Evidence evidence) {
        return !evidence.hasValues() || evidence.mostly(0.8, text -> FORM.matcher(text).matches());
    }
}
