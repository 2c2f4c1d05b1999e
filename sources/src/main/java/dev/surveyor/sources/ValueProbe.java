package dev.surveyor.sources;

import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.Optional;

/** Looks up, within bounds, whether values of one table are found in another. */
public interface ValueProbe {

    /** Knows nothing: relations are then inferred from names and types alone. */
    ValueProbe NONE =
            new ValueProbe() {
                @Override
                public Optional<Overlap> overlap(
                        TableName table,
                        List<String> columns,
                        TableName keyTable,
                        List<String> keyColumns,
                        boolean asText) {
                    return Optional.empty();
                }

                @Override
                public boolean unique(TableName table, List<String> columns) {
                    return false;
                }
            };

    /**
     * How values of one table are found in another.
     *
     * @param values different ones that were looked up
     * @param missing of them
     * @param keys that the other table has, counted up to a limit
     */
    record Overlap(long values, long missing, long keys) {}

    /**
     * Empty: it could not be looked up in time, or at all.
     *
     * @param asText compares what both sides are printed as
     */
    Optional<Overlap> overlap(
            TableName table,
            List<String> columns,
            TableName keyTable,
            List<String> keyColumns,
            boolean asText);

    /** Whether no two of the rows that were looked at share these columns' values, nor lack one. */
    boolean unique(TableName table, List<String> columns);
}
