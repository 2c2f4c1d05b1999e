package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the shortest ways to join tables, through others where need be: from each of them a tree is
 * grown to the nearest of the rest until it holds all; where two tables are related in several ways
 * each way is another tree.
 */
public final class JoinTrees {

    private static final int TABLES_MAX = 12;
    private static final int TREES_MAX = 4;

    /** A longer way between two tables means nothing to anybody. */
    private static final double WAY_COST_MAX = 6;

    private static final Comparator<JoinTree> SHORTEST =
            Comparator.comparingDouble(JoinTree::cost).thenComparing(JoinTrees::text);

    private final Sight sight;
    private final Names names;
    private final RelationGraph relations;

    private JoinTrees(Sight sight) {
        this.sight = sight;
        names = sight.lookup().names();
        relations = sight.lookup().relations();
    }

    /**
     * The shortest first. Tables that the first one cannot be joined with are in none of them, nor
     * are any beyond the first dozen.
     */
    public static List<JoinTree> of(Sight sight, List<TableName> tables) {
        return new JoinTrees(sight).joining(tables);
    }

    /** All relations between these tables that the asker may see, in an order that stays. */
    static List<Relation> between(Sight sight, Collection<TableName> tables) {
        JoinTrees trees = new JoinTrees(sight);
        return tables.stream()
                .map(trees.names::number)
                .filter(number -> number >= 0)
                .flatMap(number -> trees.relations.from(number).stream())
                .map(RelationGraph.Edge::relation)
                .filter(relation ->
                        tables.contains(relation.table())
                                && tables.contains(relation.keyTable())
                                && trees.isSeen(relation))
                .distinct()
                .sorted(Comparator.comparing(JoinTrees::text))
                .toList();
    }

    private List<JoinTree> joining(List<TableName> tables) {
        Set<Integer> wanted = new LinkedHashSet<>();
        for (TableName table : tables) {
            int number = names.number(table);
            if (number >= 0 && sight.seesTable(number) && wanted.size() < TABLES_MAX) {
                wanted.add(number);
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        int first = wanted.iterator().next();
        Set<Integer> together = grown(first, wanted).tables;
        wanted.retainAll(together);
        Map<String, JoinTree> trees = new LinkedHashMap<>();
        for (int root : wanted) {
            for (JoinTree tree : variants(grown(root, wanted))) {
                trees.putIfAbsent(text(tree), tree);
            }
        }
        return trees.values().stream().sorted(SHORTEST).limit(TREES_MAX).toList();
    }

    /** A tree as it grows; sets keep the order so that equal ways come out the same. */
    private static final class Tree {

        private final Set<Integer> tables = new TreeSet<>();
        private final List<Step> steps = new ArrayList<>();
    }

    private record Step(int from, RelationGraph.Edge edge) {}

    private Tree grown(int root, Collection<Integer> wanted) {
        Tree tree = new Tree();
        tree.tables.add(root);
        Set<Integer> missing = new TreeSet<>(wanted);
        missing.remove(root);
        while (!missing.isEmpty()) {
            List<Step> way = nearest(tree.tables, missing);
            if (way.isEmpty()) {
                break;
            }
            for (Step step : way) {
                tree.steps.add(step);
                tree.tables.add(step.from());
                tree.tables.add(step.edge().to());
            }
            missing.removeAll(tree.tables);
        }
        return tree;
    }

    private record Reached(int table, double cost) {}

    /** Empty where none of them is reached. */
    private List<Step> nearest(Set<Integer> from, Set<Integer> wanted) {
        Map<Integer, Double> costs = new HashMap<>();
        Map<Integer, Step> steps = new HashMap<>();
        PriorityQueue<Reached> queue =
                new PriorityQueue<>(
                        Comparator.comparingDouble(Reached::cost).thenComparingInt(Reached::table));
        for (int table : from) {
            costs.put(table, 0.0);
            queue.add(new Reached(table, 0));
        }
        while (!queue.isEmpty()) {
            Reached reached = queue.remove();
            if (wanted.contains(reached.table())) {
                return wayTo(reached.table(), steps);
            }
            for (RelationGraph.Edge edge : relations.from(reached.table())) {
                double cost = reached.cost() + edge.cost();
                if (cost <= WAY_COST_MAX
                        && cost < costs.getOrDefault(edge.to(), Double.MAX_VALUE)
                        && isSeen(edge.relation())) {
                    costs.put(edge.to(), cost);
                    steps.put(edge.to(), new Step(reached.table(), edge));
                    queue.add(new Reached(edge.to(), cost));
                }
            }
        }
        return List.of();
    }

    private static List<Step> wayTo(int table, Map<Integer, Step> steps) {
        List<Step> way = new ArrayList<>();
        Step step = steps.get(table);
        while (step != null) {
            way.add(step);
            step = steps.get(step.from());
        }
        return way;
    }

    /** Both tables and all columns that the join names. */
    private boolean isSeen(Relation relation) {
        return isSeen(relation.table(), relation.columns())
                && isSeen(relation.keyTable(), relation.keyColumns());
    }

    private boolean isSeen(TableName table, List<String> columns) {
        return columns.stream()
                .mapToInt(column -> names.number(table, column))
                .allMatch(number -> number >= 0 && sight.seesColumn(number));
    }

    /** The tree itself, and for each of its joins those with another relation instead. */
    private List<JoinTree> variants(Tree tree) {
        List<RelationGraph.Edge> edges = tree.steps.stream().map(Step::edge).toList();
        List<JoinTree> variants = new ArrayList<>(List.of(tree(tree, edges)));
        for (int i = 0; i < edges.size(); i++) {
            Step step = tree.steps.get(i);
            for (RelationGraph.Edge other : relations.from(step.from())) {
                if (other.to() == step.edge().to()
                        && !other.relation().equals(step.edge().relation())
                        && isSeen(other.relation())) {
                    List<RelationGraph.Edge> changed = new ArrayList<>(edges);
                    changed.set(i, other);
                    variants.add(tree(tree, changed));
                }
            }
        }
        return variants;
    }

    private JoinTree tree(Tree tree, List<RelationGraph.Edge> edges) {
        return new JoinTree(
                tree.tables.stream().map(names::table).toList(),
                edges.stream()
                        .map(RelationGraph.Edge::relation)
                        .sorted(Comparator.comparing(JoinTrees::text))
                        .toList(),
                edges.stream().mapToDouble(RelationGraph.Edge::cost).sum());
    }

    private static String text(JoinTree tree) {
        return tree.tables()
                + tree.relations().stream().map(JoinTrees::text).collect(Collectors.joining("; "));
    }

    private static String text(Relation relation) {
        return relation.table()
                + relation.columns().toString()
                + "="
                + relation.keyTable()
                + relation.keyColumns();
    }
}
