package dev.surveyor.pipeline;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All relations of a database, by the tables at both ends, always in the same order. */
public final class RelationsByTable {

    private static final Comparator<Relation> ORDER =
            Comparator.comparing(Relation::table)
                    .thenComparing(relation -> String.join("\n", relation.columns()))
                    .thenComparing(Relation::keyTable)
                    .thenComparing(relation -> String.join("\n", relation.keyColumns()));

    private final Map<TableName, List<Relation>> inferred = new HashMap<>();
    private final Map<TableName, List<Relation>> pointing = new HashMap<>();

    private RelationsByTable() {}

    public static RelationsByTable of(Structure structure, List<Relation> inferred) {
        RelationsByTable relations = new RelationsByTable();
        inferred.stream()
                .sorted(ORDER)
                .forEach(each -> put(relations.inferred, each.table(), each));
        Stream.concat(structure.relations().stream(), inferred.stream())
                .filter(each -> !each.table().equals(each.keyTable()))
                .sorted(ORDER)
                .forEach(each -> put(relations.pointing, each.keyTable(), each));
        return relations;
    }

    private static void put(
            Map<TableName, List<Relation>> relations, TableName table, Relation relation) {
        relations.computeIfAbsent(table, _ -> new ArrayList<>()).add(relation);
    }

    /** From this table to others. */
    public List<Relation> inferredFrom(TableName table) {
        return inferred.getOrDefault(table, List.of());
    }

    /** From other tables to this one, declared and inferred. */
    public List<Relation> pointingAt(TableName table) {
        return pointing.getOrDefault(table, List.of());
    }
}
