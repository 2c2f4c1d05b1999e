package dev.surveyor.catalog;

import dev.surveyor.catalog.sealing.Resealing;
import java.util.List;
import java.util.function.Consumer;

/** A new sealing key for everything that is sealed, while the processes on the store go on. */
public final class KeyRotation {

    private KeyRotation() {}

    /**
     * What a rotation did.
     *
     * @param keyId the key that seals now
     * @param resealed how many texts were sealed anew
     * @param dropped keys that nothing needs any more
     */
    public record Outcome(String keyId, int resealed, List<String> dropped) {

        public Outcome {
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * Puts a new key first in the key file, seals everything anew under it, drops the others. Where
     * it was broken off, the next one finishes its work. Keys that are a property stay: all is
     * sealed under the first of them.
     *
     * @param settings of a store whose schema is in place
     * @throws CatalogException when the store or the keys cannot be used; what is sealed then is
     *     still readable
     */
    public static Outcome run(CatalogSettings settings, Consumer<String> progress) {
        return new Resealing(settings, progress).run();
    }
}
