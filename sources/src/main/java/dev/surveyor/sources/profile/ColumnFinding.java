package dev.surveyor.sources.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column came to.
 *
 * @param categories every value that was met; null: there are too many
 * @param averageLength NaN: there is none
 */
record ColumnFinding(
        MeasuredColumn measured,
        long nulls,
        long cells,
        @Nullable List<Counted> categories,
        List<Counted> common,
        List<Kept> samples,
        Bounds bounds,
        double averageLength,
        DistinctCount distinct) {}
