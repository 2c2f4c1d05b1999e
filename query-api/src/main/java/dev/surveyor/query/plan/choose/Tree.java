package dev.surveyor.query.plan.choose;

import java.util.List;

/** A learnt decision tree over a plan's figures. */
public final class Tree {

    private final List<Node> nodes;

    /**
     * A node.
     *
     * @param feature place of the figure that is asked for; -1: a leaf
     * @param threshold up to here it goes left
     * @param value of a leaf
     */
    public record Node(int feature, double threshold, int left, int right, double value) {

        public static Node leaf(double value) {
            return new Node(-1, 0, -1, -1, value);
        }
    }

    /** The first node is the root; children come after their parents. */
    public Tree(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    public List<Node> nodes() {
        return nodes;
    }

    public double score(double[] figures) {
        Node node = nodes.getFirst();
        while (node.feature() >= 0) {
            node = nodes.get(figures[node.feature()] <= node.threshold() ? node.left() : node.right());
        }
        return node.value();
    }
}
