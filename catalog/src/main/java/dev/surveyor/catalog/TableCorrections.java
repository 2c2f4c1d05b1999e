package dev.surveyor.catalog;

import java.util.List;

/**
 * What people say of a table.
 *
 * @param version counts how often they said something; 0: never
 */
public record TableCorrections(long version, List<Correction> corrections) {

    public static final TableCorrections NONE = new TableCorrections(0, List.of());

    public TableCorrections {
        corrections = List.copyOf(corrections);
    }
}
