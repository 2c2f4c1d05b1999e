package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.TableName;
import java.util.List;

/**
 * What of a connection is put before whoever writes the query.
 *
 * @param text tables with their columns, then how to join them
 * @param tables that the text tells of, the likeliest first
 * @param leftOut tables that were found and did not fit
 * @param joins ways to join the linked tables, the shortest first
 * @param tokens of the text
 */
public record SchemaContext(
        String text,
        List<TableName> tables,
        List<TableName> leftOut,
        List<JoinTree> joins,
        int tokens) {

    public SchemaContext {
        tables = List.copyOf(tables);
        leftOut = List.copyOf(leftOut);
        joins = List.copyOf(joins);
    }
}
