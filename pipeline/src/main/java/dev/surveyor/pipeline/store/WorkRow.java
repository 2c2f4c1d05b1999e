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
}
