package dev.surveyor.eval.planner;

import dev.surveyor.query.plan.choose.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns trees, one after another, each mending what those before it still put wrongly first; the
 * linear ranking is where they begin.
 */
final class TreeTraining {

    private static final int TREES = 140;
    private static final int DEPTH = 4;
    private static final int BINS = 32;
    private static final int ROWS_MIN = 60;
    private static final double RATE = 0.12;
    private static final double REGULAR = 3;

    private final List<RankingExamples> questions;
    private final int features;
    private final int rows;
    private final int[] first;
    private final double[][] cuts;
    private final byte[][] bins;
    private final double[] scores;
    private final double[] gradients;
    private final double[] hessians;

    TreeTraining(List<RankingExamples> all, double[] linear) {
        questions = all.stream().filter(RankingExamples::anyRight).toList();
        features = linear.length;
        first = new int[questions.size()];
        int count = 0;
        for (int q = 0; q < first.length; q++) {
            first[q] = count;
            count += questions.get(q).size();
        }
        rows = count;
        scores = new double[rows];
        gradients = new double[rows];
        hessians = new double[rows];
        cuts = new double[features][];
        bins = new byte[features][rows];
        for (int f = 0; f < features; f++) {
            bin(f);
        }
        for (int q = 0; q < first.length; q++) {
            for (int p = 0; p < questions.get(q).size(); p++) {
                for (int f = 0; f < features; f++) {
                    scores[first[q] + p] += linear[f] * questions.get(q).plan(p)[f];
                }
            }
        }
    }

    private void bin(int feature) {
        double[] values = new double[rows];
        int row = 0;
        for (RankingExamples question : questions) {
            for (int p = 0; p < question.size(); p++) {
                values[row++] = question.plan(p)[feature];
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        cuts[feature] =
                IntStream.range(1, BINS)
                        .mapToDouble(i -> sorted[(int) ((long) i * (rows - 1) / BINS)])
                        .distinct()
                        .toArray();
        for (int i = 0; i < rows; i++) {
            int at = Arrays.binarySearch(cuts[feature], values[i]);
            bins[feature][i] = (byte) (at >= 0 ? at : -at - 1);
        }
    }

    List<Tree> learn() {
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < TREES; t++) {
            slopes();
            List<Tree.Node> nodes = new ArrayList<>();
            grow(IntStream.range(0, rows).toArray(), DEPTH, nodes);
            trees.add(new Tree(nodes));
        }
        return trees;
    }

    private void slopes() {
        for (int q = 0; q < first.length; q++) {
            RankingExamples question = questions.get(q);
            double highest = Double.NEGATIVE_INFINITY;
            for (int p = 0; p < question.size(); p++) {
                highest = Math.max(highest, scores[first[q] + p]);
            }
            double all = 0;
            double right = 0;
            for (int p = 0; p < question.size(); p++) {
                double e = Math.exp(scores[first[q] + p] - highest);
                all += e;
                right += question.right(p) ? e : 0;
            }
            for (int p = 0; p < question.size(); p++) {
                double e = Math.exp(scores[first[q] + p] - highest);
                double chance = e / all;
                gradients[first[q] + p] =
                        chance - (question.right(p) ? e / Math.max(1e-12, right) : 0);
                hessians[first[q] + p] = Math.max(1e-4, chance * (1 - chance));
            }
        }
    }

    private int grow(int[] members, int depth, List<Tree.Node> nodes) {
        int here = nodes.size();
        nodes.add(Tree.Node.leaf(0));
        double g = 0;
        double h = 0;
        for (int row : members) {
            g += gradients[row];
            h += hessians[row];
        }
        double bestGain = 1e-3;
        int bestFeature = -1;
        int bestBin = -1;
        for (int f = 0; depth > 0 && f < features; f++) {
            double[] gs = new double[BINS];
            double[] hs = new double[BINS];
            int[] ns = new int[BINS];
            byte[] bin = bins[f];
            for (int row : members) {
                gs[bin[row]] += gradients[row];
                hs[bin[row]] += hessians[row];
                ns[bin[row]]++;
            }
            double gl = 0;
            double hl = 0;
            int nl = 0;
            for (int b = 0; b < cuts[f].length; b++) {
                gl += gs[b];
                hl += hs[b];
                nl += ns[b];
                if (nl >= ROWS_MIN && members.length - nl >= ROWS_MIN) {
                    double gain =
                            gl * gl / (hl + REGULAR)
                                    + (g - gl) * (g - gl) / (h - hl + REGULAR)
                                    - g * g / (h + REGULAR);
                    if (gain > bestGain) {
                        bestGain = gain;
                        bestFeature = f;
                        bestBin = b;
                    }
                }
            }
        }
        if (bestFeature < 0) {
            double value = -RATE * g / (h + REGULAR);
            for (int row : members) {
                scores[row] += value;
            }
            nodes.set(here, Tree.Node.leaf(value));
            return here;
        }
        byte[] bin = bins[bestFeature];
        int cut = bestBin;
        int left = grow(IntStream.of(members).filter(row -> bin[row] <= cut).toArray(), depth - 1, nodes);
        int right = grow(IntStream.of(members).filter(row -> bin[row] > cut).toArray(), depth - 1, nodes);
        nodes.set(here, new Tree.Node(bestFeature, cuts[bestFeature][cut], left, right, 0));
        return here;
    }
}
