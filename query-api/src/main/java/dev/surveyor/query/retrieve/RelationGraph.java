package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which tables of an edition can be joined, by relations that are declared or inferred. */
final class RelationGraph {

    /** What a join costs that is only likely, beside one that the database declares. */
    private static final double DOUBT_COST = 1;

    private final List<Relation> relations = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();

    /**
     * A way to another table.
     *
     * @param to number of that table
     * @param cost 1 where the join is certain, more where it is not
     */
    record Edge(int to, Relation relation, double cost) {}

    RelationGraph(Names names, List<Insight> insights) {
        for (int i = 0; i < names.tables(); i++) {
            edges.add(new ArrayList<>());
        }
        for (Insight insight : insights) {
            insight.table().relations().forEach(relation -> add(names, relation));
            insight.relations().forEach(relation -> add(names, relation));
        }
        edges.forEach(some -> some.sort(Comparator.comparingDouble(Edge::cost)));
    }

    private void add(Names names, Relation relation) {
        int from = names.number(relation.table());
        int to = names.number(relation.keyTable());
        if (from >= 0 && to >= 0 && from != to) {
            double cost = cost(relation);
            relations.add(relation);
            edges.get(from).add(new Edge(to, relation, cost));
            edges.get(to).add(new Edge(from, relation, cost));
        }
    }

    private static double cost(Relation relation) {
        return switch (relation.origin()) {
            case Relation.Declared declared -> 1;
            case Relation.Inferred inferred -> 1 + DOUBT_COST * (1 - inferred.confidence());
        };
    }

    /** The cheapest first. */
    List<Edge> from(int table) {
        return edges.get(table);
    }

    long bytes() {
        return 160L * relations.size() + 24L * edges.size();
    }
}
