package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.PersonalEvidence;
import java.util.Optional;
import java.util.Set;

/** What somebody earns: an amount like any other, but nobody else's business. */
final class PayRule implements PersonalRule {

    private static final Set<String> WORDS =
            Set.of(
                    "salary",
                    "salarie",
                    "wage",
                    "payroll",
                    "remuneration",
                    "gehalt",
                    "lohn",
                    "income");

    /** What a place is worth, whoever holds it. */
    private static final Set<String> OF_PLACES =
            Set.of(
                    "job",
                    "grade",
                    "band",
                    "range",
                    "position",
                    "level",
                    "min",
                    "max",
                    "minimum",
                    "maximum",
                    "avg",
                    "average",
                    "median",
                    "budget",
                    "cap",
                    "country",
                    "region");

    @Override
    public Optional<PersonalEvidence> judge(Evidence evidence) {
        boolean says =
                evidence.isNumber()
                        && evidence.columnSays(WORDS)
                        && !evidence.columnSays(OF_PLACES)
                        && !evidence.tableSays(OF_PLACES);
        return says
                ? Optional.of(new PersonalEvidence(0.85, "Its name says what persons earn."))
                : Optional.empty();
    }
}
