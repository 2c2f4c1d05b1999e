package dev.surveyor.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a table changed since another fingerprint of it was taken, without looking at its
 * rows. Take it before the rows are read: what changes meanwhile then shows the next time.
 *
 * @param structure of {@link Table#structureHash()}
 * @param data changes whenever rows may have; null: the source cannot tell
 */
public record Fingerprint(TableName table, String structure, @Nullable String data) {

    public Optional<String> dataMark() {
        return Optional.ofNullable(data);
    }

    /** Whether the table is certain to hold what it held when the other one was taken. */
    public boolean sameAs(Fingerprint earlier) {
        return data != null && equals(earlier);
    }
}
