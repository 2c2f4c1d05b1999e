package dev.surveyor.catalog;

import java.util.List;

/**
 * What an asker may not see of a connection. All of them together apply; what is named and is not
 * there does no harm.
 *
 * @param schemas the only ones that may be seen; empty: all but the system's
 * @param trustedFunctions of the database that may be called, with the types of their arguments:
 *     {@code public.net_price(numeric,numeric)}
 * @param trustedViews that may be read whatever they read themselves
 */
public record Policies(
        List<String> schemas,
        List<String> hiddenSchemas,
        List<TableName> hiddenTables,
        List<ColumnName> hiddenColumns,
        List<RowFilter> rowFilters,
        List<Mask> masks,
        List<String> trustedFunctions,
        List<TableName> trustedViews) {

    /** Everything but the system's may be seen; nothing is trusted. */
    public static final Policies NONE =
            new Policies(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of());

    public Policies {
        schemas = List.copyOf(schemas);
        hiddenSchemas = List.copyOf(hiddenSchemas);
        hiddenTables = List.copyOf(hiddenTables);
        hiddenColumns = List.copyOf(hiddenColumns);
        rowFilters = List.copyOf(rowFilters);
        masks = List.copyOf(masks);
        trustedFunctions = List.copyOf(trustedFunctions);
        trustedViews = List.copyOf(trustedViews);
    }
}
