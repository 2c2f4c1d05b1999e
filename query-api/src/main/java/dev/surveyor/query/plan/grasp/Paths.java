package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The cheapest ways from one table to all others. */
final class Paths {

    /** One row of the one, several of the other: dearer, for what is said is mostly nearer. */
    private static final double MANY = 0.7;

    /**
     * One relation walked one way.
     *
     * @param many whether a row here may have several there
     */
    record Step(KeyEdge edge, int from, int to, boolean many) {}

    private final double[] costs;
    private final @Nullable Step[] ways;

    Paths(Lookup lookup, int start) {
        int tables = lookup.tables().size();
        costs = new double[tables];
        ways = new @Nullable Step[tables];
        Arrays.fill(costs, Double.MAX_VALUE);
        costs[start] = 0;
        PriorityQueue<double[]> open = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        open.add(new double[] {0, start});
        while (!open.isEmpty()) {
            double[] next = open.remove();
            int here = (int) next[1];
            if (next[0] > costs[here]) {
                continue;
            }
            for (KeyEdge edge : lookup.edgesOf(here)) {
                int there = edge.across(here);
                boolean many = edge.keyTable() == here;
                double cost = next[0] + edge.cost() + (many ? MANY : 0);
                if (there != here && cost < costs[there]) {
                    costs[there] = cost;
                    ways[there] = new Step(edge, here, there, many);
                    open.add(new double[] {cost, there});
                }
            }
        }
    }

    boolean reaches(int table) {
        return costs[table] < Double.MAX_VALUE;
    }

    double cost(int table) {
        return costs[table];
    }

    List<Step> to(int table) {
        List<Step> steps = new ArrayList<>();
        Step step = ways[table];
        while (step != null) {
            steps.addFirst(step);
            step = ways[step.from()];
        }
        return steps;
    }

    /** Whether each row has one there at most. */
    boolean single(int table) {
        return reaches(table) && to(table).stream().noneMatch(Step::many);
    }
}
