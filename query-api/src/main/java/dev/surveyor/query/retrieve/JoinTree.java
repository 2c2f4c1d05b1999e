package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TableName;
import java.util.List;

/**
 * One way to join tables.
 *
 * @param tables that are joined, those in between too, by name
 * @param relations that join them, one fewer than tables
 * @param cost 1 for each relation that is declared, more for one that is inferred
 */
public record JoinTree(List<TableName> tables, List<Relation> relations, double cost) {

    public JoinTree {
        tables = List.copyOf(tables);
        relations = List.copyOf(relations);
    }
}
