package dev.surveyor.query.plan.link;

import dev.surveyor.catalog.TableName;
import java.util.List;

/**
 * What the planner knows of a table.
 *
 * @param id its place among all tables of the look-up
 * @param stems of the words that its name is made of
 * @param rows -1: not known
 * @param columns in the table's order
 * @param bridge whether it is little more than references to other tables
 */
public record TableFacts(
        int id,
        TableName name,
        List<String> stems,
        long rows,
        List<ColumnFacts> columns,
        boolean bridge) {

    public TableFacts {
        stems = List.copyOf(stems);
        columns = List.copyOf(columns);
    }
}
