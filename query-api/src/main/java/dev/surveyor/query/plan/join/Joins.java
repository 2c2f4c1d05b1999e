package dev.surveyor.query.plan.join;

import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Connects tables over the relations of a look-up; remembers what was asked; for one thread. */
public final class Joins {

    /** More tables than this are no question but a mistake. */
    public static final int TABLES_MAX = 7;

    private final Lookup lookup;
    private final List<List<KeyEdge>> edgesOf = new ArrayList<>();
    private final Map<List<Integer>, List<JoinTree>> remembered = new HashMap<>();

    public Joins(Lookup lookup) {
        this.lookup = lookup;
        lookup.tables()
                .forEach(table ->
                        edgesOf.add(
                                lookup.edges().stream()
                                        .filter(edge -> edge.touches(table.id()))
                                        .toList()));
    }

    /** Trees that hold all these tables, the cheapest first; none where nothing connects them. */
    public List<JoinTree> trees(SequencedSet<Integer> tables) {
        return remembered.computeIfAbsent(List.copyOf(tables), this::grown);
    }

    private List<JoinTree> grown(List<Integer> tables) {
        Map<List<Object>, JoinTree> trees = new LinkedHashMap<>();
        grow(tables, null).ifPresent(tree -> trees.put(shape(tree), tree));
        if (trees.isEmpty() || tables.size() == 1) {
            return List.copyOf(trees.values());
        }
        for (KeyEdge avoided : trees.values().iterator().next().edges()) {
            grow(tables, avoided).ifPresent(tree -> trees.putIfAbsent(shape(tree), tree));
        }
        return trees.values().stream()
                .sorted((a, b) -> Double.compare(a.cost(), b.cost()))
                .limit(3)
                .toList();
    }

    private static List<Object> shape(JoinTree tree) {
        return List.of(tree.edges().stream().map(KeyEdge::hashCode).sorted().toList());
    }

    private Optional<JoinTree> grow(List<Integer> wanted, @Nullable KeyEdge avoided) {
        List<Integer> tables = new ArrayList<>(List.of(wanted.getFirst()));
        List<KeyEdge> edges = new ArrayList<>();
        double cost = 0;
        while (!tables.containsAll(wanted)) {
            List<KeyEdge> path = nearest(tables, wanted, avoided);
            if (path.isEmpty() || tables.size() + path.size() > TABLES_MAX) {
                return Optional.empty();
            }
            for (KeyEdge edge : path) {
                tables.add(tables.contains(edge.table()) ? edge.keyTable() : edge.table());
                edges.add(edge);
                cost += edge.cost();
            }
        }
        return Optional.of(new JoinTree(tables, edges, cost));
    }

    /** The cheapest way from what is connected to any table that is still wanted. */
    private List<KeyEdge> nearest(
            List<Integer> connected, List<Integer> wanted, @Nullable KeyEdge avoided) {
        double[] costs = new double[lookup.tables().size()];
        Arrays.fill(costs, Double.MAX_VALUE);
        @Nullable KeyEdge[] ways = new @Nullable KeyEdge[costs.length];
        PriorityQueue<Reached> open =
                new PriorityQueue<>((a, b) -> Double.compare(a.cost(), b.cost()));
        for (int table : connected) {
            costs[table] = 0;
            open.add(new Reached(table, 0));
        }
        while (!open.isEmpty()) {
            Reached here = open.remove();
            if (here.cost() > costs[here.table()]) {
                continue;
            }
            if (wanted.contains(here.table()) && !connected.contains(here.table())) {
                return path(here.table(), ways, connected);
            }
            for (KeyEdge edge : edgesOf.get(here.table())) {
                int there = edge.across(here.table());
                double cost = here.cost() + edge.cost();
                if (!edge.equals(avoided) && there != here.table() && cost < costs[there]) {
                    costs[there] = cost;
                    ways[there] = edge;
                    open.add(new Reached(there, cost));
                }
            }
        }
        return List.of();
    }

    private static List<KeyEdge> path(int to, @Nullable KeyEdge[] ways, List<Integer> connected) {
        List<KeyEdge> path = new ArrayList<>();
        int here = to;
        while (!connected.contains(here)) {
            KeyEdge edge = ways[here];
            if (edge == null) {
                throw new IllegalStateException("a way without a beginning");
            }
            path.addFirst(edge);
            here = edge.across(here);
        }
        return path;
    }

    private record Reached(int table, double cost) {}
}
