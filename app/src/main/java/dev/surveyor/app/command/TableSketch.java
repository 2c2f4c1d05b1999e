package dev.surveyor.app.command;

import java.util.List;

/**
 * What a person wants to know of a table before they ask about it.
 *
 * @param rows as far as anybody knows; -1: nobody does
 * @param columns empty in lists that are too long for them
 */
record TableSketch(
        String schema, String name, String kind, long rows, String comment, List<Column> columns) {

    static final long UNKNOWN = -1;

    /** One column of it. */
    record Column(String name, String type, boolean nullable, String comment) {}

    TableSketch {
        columns = List.copyOf(columns);
    }
}
