package dev.surveyor.sources.guard.postgres;

import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of itself that decides over statements, as seen at one moment.
 *
 * @param functions by name
 * @param operators by symbol
 * @param types by object identifier
 * @param relations by name
 * @param columns of tables and composite types by object identifier
 */
record Facts(
        String database,
        List<String> searchPath,
        Map<String, List<FunctionFact>> functions,
        Map<String, List<OperatorFact>> operators,
        Map<Long, TypeFact> types,
        Map<String, List<TypeFact>> typesByName,
        Map<TableName, RelationFact> relations,
        Map<Long, RelationFact> relationsById,
        Map<Long, List<ColumnFact>> columns,
        Map<Long, Set<Long>> parents,
        List<CastFact> casts) {

    /**
     * One function.
     *
     * @param schema that it lies in
     * @param safe whether it only computes
     * @param identity the types of its arguments in the database's words, without blanks
     * @param outputs names of its result's columns; null where these are not known
     * @param rowTypeRelation whose columns it yields; 0: none
     */
    record FunctionFact(
            long id,
            String schema,
            String name,
            boolean safe,
            int argumentsMin,
            int argumentsMax,
            String identity,
            @Nullable List<String> outputs,
            long rowTypeRelation) {}

    record OperatorFact(String schema, boolean prefix, boolean safe, long function) {}

    record TypeFact(
            long id,
            String schema,
            String name,
            char kind,
            long element,
            long base,
            long relation,
            String relationKind,
            String extension,
            boolean system,
            List<String> checks,
            boolean canonical,
            long rangeOf,
            boolean array) {}

    /**
     * A table or the like.
     *
     * @param kind as in pg_class
     * @param key columns of its primary key; empty: none
     * @param definition of a view
     */
    record RelationFact(
            long id,
            TableName name,
            char kind,
            List<ColumnFact> columns,
            List<String> key,
            @Nullable String definition) {

        Set<String> columnNames() {
            Set<String> names = new HashSet<>();
            for (ColumnFact column : columns) {
                names.add(column.name());
            }
            return names;
        }
    }

    record ColumnFact(String name, long type, String writtenType) {}

    record CastFact(long source, long target, boolean safe) {}

    /** All that a table is a part of, nearest first. */
    List<RelationFact> ancestors(RelationFact relation) {
        List<RelationFact> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>(Set.of(relation.id()));
        List<Long> open = new ArrayList<>(List.of(relation.id()));
        while (!open.isEmpty()) {
            for (long parent : parents.getOrDefault(open.removeFirst(), Set.of())) {
                RelationFact fact = relationsById.get(parent);
                if (fact != null && seen.add(parent)) {
                    found.add(fact);
                    open.add(parent);
                }
            }
        }
        return found;
    }

    /** All that is a part of a table. */
    List<RelationFact> descendants(RelationFact relation) {
        Map<Long, List<Long>> children = new HashMap<>();
        parents.forEach((child, above) ->
                above.forEach(parent ->
                        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(child)));
        List<RelationFact> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>(Set.of(relation.id()));
        List<Long> open = new ArrayList<>(List.of(relation.id()));
        while (!open.isEmpty()) {
            for (long child : children.getOrDefault(open.removeFirst(), List.of())) {
                RelationFact fact = relationsById.get(child);
                if (seen.add(child)) {
                    open.add(child);
                    if (fact != null) {
                        found.add(fact);
                    }
                }
            }
        }
        return found;
    }
}
