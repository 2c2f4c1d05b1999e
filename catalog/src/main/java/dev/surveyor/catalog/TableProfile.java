package dev.surveyor.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The measured shape of a table.
 *
 * @param method how it was measured
 * @param rows null: not measured
 * @param columns in the order of the structure; all that could be read
 * @param took what it cost its source in time
 * @param problem why it is not whole; null: it is
 */
public record TableProfile(
        TableName table,
        Method method,
        @Nullable Count rows,
        List<ColumnProfile> columns,
        Duration took,
        @Nullable Problem problem) {

    /** Where the figures come from. */
    public enum Method {
        /** Every row was looked at. */
        FULL,
        /** A part of the rows was looked at; errors are stated. */
        SAMPLE,
        /** The database's own statistics, perhaps with a sample; errors are stated. */
        STATISTICS,
        /** Nothing could be measured. */
        NOTHING
    }

    public TableProfile {
        columns = List.copyOf(columns);
    }

    /** The same where nobody can tell how many rows there are. */
    public TableProfile withoutRows() {
        return new TableProfile(table, method, null, columns, took, problem);
    }

    /** The same with other columns. */
    public TableProfile withColumns(List<ColumnProfile> replacements) {
        return new TableProfile(table, method, rows, replacements, took, problem);
    }

    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.column().equals(name)).findFirst();
    }

    /** Only the shape is left of those columns that are personal. */
    TableProfile withoutValuesOf(List<ColumnInsight> insights) {
        Set<String> personal =
                insights.stream()
                        .filter(ColumnInsight::personal)
                        .map(ColumnInsight::name)
                        .collect(Collectors.toSet());
        return withColumns(
                columns.stream()
                        .map(each -> personal.contains(each.column()) ? each.shapeOnly() : each)
                        .toList());
    }
}
