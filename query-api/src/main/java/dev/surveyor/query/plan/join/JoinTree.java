package dev.surveyor.query.plan.join;

import dev.surveyor.query.plan.link.KeyEdge;
import java.util.List;

/**
 * Tables and what connects them.
 *
 * @param tables ids; the first is where the tree begins, each later one is reached by the edge
 *     before it
 * @param edges one less than tables
 */
public record JoinTree(List<Integer> tables, List<KeyEdge> edges, double cost) {

    public JoinTree {
        tables = List.copyOf(tables);
        edges = List.copyOf(edges);
    }
}
