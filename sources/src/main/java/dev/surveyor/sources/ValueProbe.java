package dev.surveyor.sources;

import dev.surveyor.catalog.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looks up, within bounds, whether values of one table are found in another. */
public interface ValueProbe {

    /** Knows nothing: relations are then inferred from names and types alone. */
    ValueProbe NONE =
            new ValueProbe() {
                @Override
                public List<Optional<Overlap>> overlaps(List<LookUp> lookUps) {
                    return Collections.nCopies(lookUps.size(), Optional.empty());
                }

                @Override
                public boolean unique(TableName table, List<String> columns) {
                    return false;
                }
            };

    /**
     * What is looked up: values of one table's columns among another's keys.
     *
     * @param asText compares what both sides are printed as
     */
    record LookUp(
            TableName table,
            List<String> columns,
            TableName keyTable,
            List<String> keyColumns,
            boolean asText) {

        public LookUp {
            columns = List.copyOf(columns);
            keyColumns = List.copyOf(keyColumns);
        }
    }

    /**
     * How values of one table are found in another.
     *
     * @param values different ones that were looked up
     * @param missing of them
     * @param keys that the other table has, counted up to a limit
     */
    record Overlap(long values, long missing, long keys) {}

    /** One answer for each, in order; empty: it could not be looked up in time, or at all. */
    List<Optional<Overlap>> overlaps(List<LookUp> lookUps);

    /** Whether no two of the rows that were looked at share these columns' values, nor lack one. */
    boolean unique(TableName table, List<String> columns);
}
