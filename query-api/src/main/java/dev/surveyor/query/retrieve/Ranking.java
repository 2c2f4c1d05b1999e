package dev.surveyor.query.retrieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks tables by how likely they are meant: how likely their connection is, times how likely they
 * are within it. A connection is never chosen before its tables.
 */
final class Ranking {

    private static final Comparator<RankedConnection> BEST_CONNECTION =
            Comparator.comparingDouble(RankedConnection::share)
                    .reversed()
                    .thenComparing(ranked -> ranked.features().sight().lookup().connection());

    private static final Comparator<RankedTable> BEST_TABLE =
            Comparator.comparingDouble(RankedTable::score)
                    .reversed()
                    .thenComparing(ranked -> ranked.features().sight().lookup().connection())
                    .thenComparingInt(RankedTable::table);

    private final Weights weights;

    Ranking(Weights weights) {
        this.weights = weights;
    }

    record RankedConnection(Features.OfConnection features, double share) {}

    record RankedTable(Features.OfConnection features, int table, double score) {}

    /** The best first; equal ones by their ids, so that the same finds rank the same. */
    List<RankedConnection> connections(Features features) {
        List<Features.OfConnection> all = features.connections();
        double[] scores = all.stream().mapToDouble(this::score).toArray();
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - most);
            sum += scores[i];
        }
        List<RankedConnection> ranked = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            ranked.add(new RankedConnection(all.get(i), scores[i] / sum));
        }
        ranked.sort(BEST_CONNECTION);
        return ranked;
    }

    /** The best of these connections' tables, the best first. */
    List<RankedTable> tables(List<RankedConnection> connections, int tablesMax) {
        List<RankedTable> ranked = new ArrayList<>();
        for (RankedConnection connection : connections) {
            Features.OfConnection features = connection.features();
            for (int table = 0; table < features.tables(); table++) {
                if (features.seesTable(table)) {
                    ranked.add(
                            new RankedTable(
                                    features,
                                    table,
                                    connection.share() * likelihood(features, table)));
                }
            }
        }
        ranked.sort(BEST_TABLE);
        return ranked.subList(0, Math.min(tablesMax, ranked.size()));
    }

    private double score(Features.OfConnection features) {
        double score = 0;
        for (ConnectionFeature feature : ConnectionFeature.values()) {
            score += weights.of(feature) * features.of(feature);
        }
        return score;
    }

    /** How likely a table is meant, if its connection is. */
    double likelihood(Features.OfConnection features, int table) {
        double score = -weights.threshold();
        for (TableFeature feature : TableFeature.values()) {
            score += weights.of(feature) * features.of(feature, table);
        }
        return 1 / (1 + Math.exp(-score));
    }
}
