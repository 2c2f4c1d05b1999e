package dev.surveyor.sources;

import dev.surveyor.catalog.TableName;
import java.util.List;
import java.util.Optional;

/** Looks up, within bounds, whether values of one table are found in another. */
public interface ValueProbe {

    /** Knows nothing: relations are then inferred from names and types alone. */
    ValueProbe NONE = (_, _, _, _) -> Optional.empty();

    /**
     * How values of one table are found in another.
     *
     * @param values different ones that were looked up
     * @param missing of them
     * @param keys that the other table has, counted up to a limit
     */
    record Overlap(long values, long missing, long keys) {}

    /** Empty: it could not be looked up in time, or at all. */
    Optional<Overlap> overlap(
            TableName table, List<String> columns, TableName keyTable, List<String> keyColumns);
}
