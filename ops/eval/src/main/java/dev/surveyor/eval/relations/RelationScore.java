package dev.surveyor.eval.relations;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.ValueProbe;
import dev.surveyor.sources.ValueProbe.LookUp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Inferred relations beside the declared ones that were hidden from the inference.
 *
 * @param apart not declared, but to a key that declared ones point at, and all values are contained
 */
record RelationScore(
        List<Relation> found, List<Relation> wrong, List<Relation> missed, List<Relation> apart) {

    /** What a relation joins, whoever says so; pairs in whatever order. */
    private record Join(TableName table, TableName keyTable, Set<List<String>> pairs) {

        static Join of(Relation relation) {
            Set<List<String>> pairs = new HashSet<>();
            for (int i = 0; i < relation.columns().size(); i++) {
                pairs.add(List.of(relation.columns().get(i), relation.keyColumns().get(i)));
            }
            return new Join(relation.table(), relation.keyTable(), pairs);
        }
    }

    /** The structure without a word of its declared relations. */
    static Structure hidden(Structure structure) {
        return new Structure(
                structure.dialect(),
                structure.server(),
                structure.database(),
                structure.schemas(),
                structure.tables().stream().map(RelationScore::hidden).toList());
    }

    private static Table hidden(Table table) {
        return new Table(
                table.name(),
                table.kind(),
                table.columns(),
                table.keys(),
                List.of(),
                table.checks(),
                table.indexes(),
                table.estimate(),
                table.partitions(),
                table.rowSecurity(),
                table.owner(),
                table.comment());
    }

    static RelationScore of(List<Relation> declared, List<Relation> inferred, ValueProbe probe) {
        Set<Join> declaredJoins = new HashSet<>();
        Set<List<Object>> referenced = new HashSet<>();
        for (Relation relation : declared) {
            declaredJoins.add(Join.of(relation));
            referenced.add(List.of(relation.keyTable(), Set.copyOf(relation.keyColumns())));
        }
        List<Relation> found = new ArrayList<>();
        List<Relation> wrong = new ArrayList<>();
        List<Relation> apart = new ArrayList<>();
        Set<Join> inferredJoins = new HashSet<>();
        for (Relation relation : inferred) {
            if (!inferredJoins.add(Join.of(relation))) {
                continue;
            }
            if (declaredJoins.contains(Join.of(relation))) {
                found.add(relation);
            } else if (referenced.contains(
                            List.of(relation.keyTable(), Set.copyOf(relation.keyColumns())))
                    && isContained(relation, probe)) {
                apart.add(relation);
            } else {
                wrong.add(relation);
            }
        }
        List<Relation> missed = new ArrayList<>();
        Set<Join> looked = new HashSet<>();
        for (Relation relation : declared) {
            Join join = Join.of(relation);
            if (looked.add(join) && !inferredJoins.contains(join)) {
                missed.add(relation);
            }
        }
        return new RelationScore(found, wrong, missed, apart);
    }

    private static boolean isContained(Relation relation, ValueProbe probe) {
        LookUp lookUp =
                new LookUp(
                        relation.table(),
                        relation.columns(),
                        relation.keyTable(),
                        relation.keyColumns(),
                        false);
        return probe.overlaps(List.of(lookUp))
                .getFirst()
                .map(overlap -> overlap.values() > 0 && overlap.missing() == 0)
                .orElse(false);
    }

    RelationScore and(RelationScore other) {
        return new RelationScore(
                both(found, other.found),
                both(wrong, other.wrong),
                both(missed, other.missed),
                both(apart, other.apart));
    }

    private static List<Relation> both(List<Relation> left, List<Relation> right) {
        List<Relation> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    OptionalDouble precision() {
        return share(found.size(), found.size() + wrong.size());
    }

    OptionalDouble recall() {
        return share(found.size(), found.size() + missed.size());
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
