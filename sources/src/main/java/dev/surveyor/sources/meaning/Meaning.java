package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.PersonalEvidence;
import dev.surveyor.catalog.SemanticType;
import org.jspecify.annotations.Nullable;

/**
 * What a rule takes a column for.
 *
 * @param confidence between 0 and 1
 * @param personal null: no sign of personal data
 */
public record Meaning(SemanticType type, double confidence, @Nullable PersonalEvidence personal) {

    static final Meaning NOTHING = new Meaning(SemanticType.NONE, 0, null);

    static Meaning of(SemanticType type, double confidence) {
        return new Meaning(type, confidence, null);
    }

    static Meaning personal(SemanticType type, double confidence, String reason) {
        return new Meaning(type, confidence, new PersonalEvidence(confidence, reason));
    }
}
