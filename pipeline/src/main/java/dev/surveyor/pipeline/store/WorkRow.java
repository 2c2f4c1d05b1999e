package dev.surveyor.pipeline.store;

import dev.surveyor.catalog.Fingerprint;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One table of a survey's work list.
 *
 * @param inputs hash of what else decides what is found of it
 * @param insight what was found, or is taken from the edition before; null: nothing yet
 */
public record WorkRow(Fingerprint fingerprint, String inputs, State state, @Nullable UUID insight) {

    private static final String POINTED_AT_BY = " < ";

    /** What became of it. */
    public enum State {
        PENDING,
        DONE,
        /** It has an insight that says why. */
        FAILED,
        UNCHANGED
    }

    /** Whether it was found under these circumstances, so that it need not be looked at again. */
    public boolean holdsFor(Fingerprint now, String inputsNow) {
        return insight != null && now.sameAs(fingerprint) && inputs.equals(inputsNow);
    }

    /**
     * Whether it was found under these circumstances but for what points at it: then its document
     * alone has to be written anew.
     */
    public boolean wantsDocument(Fingerprint now, String inputsNow) {
        return insight != null && now.sameAs(fingerprint) && own(inputs).equals(own(inputsNow));
    }

    /**
     * The inputs of a table as they are kept.
     *
     * @param own hash of what decides what is found of the table itself
     * @param pointing hash of what points at it
     */
    public static String inputs(UUID own, UUID pointing) {
        return own + POINTED_AT_BY + pointing;
    }

    private static String own(String inputs) {
        return inputs.substring(0, Math.max(0, inputs.indexOf(POINTED_AT_BY)));
    }
}
