package dev.surveyor.query.retrieve;

/** What speaks for one connection. */
final class ConnectionScorer {

    private static final int FEATURES = ConnectionFeature.values().length;

    private final Evidence exact;
    private final Evidence alike;
    private final MeaningEvidence meaning;
    private final Rarity exactRarity;
    private final Rarity alikeRarity;
    private final float[] features = new float[FEATURES];

    ConnectionScorer(
            Evidence exact,
            Rarity exactRarity,
            Evidence alike,
            Rarity alikeRarity,
            MeaningEvidence meaning) {
        this.exact = exact;
        this.exactRarity = exactRarity;
        this.alike = alike;
        this.alikeRarity = alikeRarity;
        this.meaning = meaning;
    }

    /** In the order of {@link ConnectionFeature}. */
    float[] features() {
        words();
        set(ConnectionFeature.PAIR, pair(exact, exactRarity));
        set(ConnectionFeature.PAIR_ALIKE, pair(alike, alikeRarity));
        meanings();
        return features;
    }

    private void words() {
        float covered = 0;
        float coveredAlike = 0;
        float precise = 0;
        float values = 0;
        for (int word = 0; word < exactRarity.words(); word++) {
            float share = exactRarity.connectionShare(word);
            covered += share * met(exact, word);
            coveredAlike += alikeRarity.connectionShare(word) * met(alike, word);
            float mostPrecise = 0;
            float wholeValue = 0;
            for (int table = 0; table < exact.tables(); table++) {
                mostPrecise = Math.max(mostPrecise, exact.precise(word, table));
                wholeValue = Math.max(wholeValue, exact.values().whole(word, table));
            }
            precise += share * mostPrecise;
            values += share * wholeValue;
        }
        set(ConnectionFeature.COVERED, covered);
        set(ConnectionFeature.COVERED_ALIKE, coveredAlike);
        set(ConnectionFeature.PRECISE, precise);
        set(ConnectionFeature.VALUES, values);
    }

    private static float met(Evidence evidence, int word) {
        float most = 0.5f * evidence.names().connection(word);
        for (int table = 0; table < evidence.tables(); table++) {
            most = Math.max(most, evidence.metInConnection(word, table));
        }
        return most;
    }

    private static float pair(Evidence evidence, Rarity rarity) {
        RelationGraph relations = evidence.sight().lookup().relations();
        float most = 0;
        for (int table = 0; table < evidence.tables(); table++) {
            most = Math.max(most, together(evidence, rarity, table, table));
            for (RelationGraph.Edge edge : relations.from(table)) {
                if (edge.to() > table) {
                    most = Math.max(most, together(evidence, rarity, table, edge.to()));
                }
            }
        }
        return most;
    }

    private static float together(Evidence evidence, Rarity rarity, int one, int other) {
        float sum = 0;
        for (int word = 0; word < rarity.words(); word++) {
            sum +=
                    rarity.connectionShare(word)
                            * Math.max(evidence.precise(word, one), evidence.precise(word, other));
        }
        return sum;
    }

    private void meanings() {
        float best = 0;
        float bestColumn = 0;
        float sum = 0;
        int seen = 0;
        for (int table = 0; table < exact.tables(); table++) {
            if (exact.sight().seesTable(table)) {
                best = Math.max(best, meaning.table(table));
                bestColumn = Math.max(bestColumn, meaning.bestColumn(table));
                sum += meaning.table(table);
                seen++;
            }
        }
        set(ConnectionFeature.MEANING, best);
        set(ConnectionFeature.COLUMN_MEANING, bestColumn);
        set(ConnectionFeature.COLUMNS_MEANING, meaning.columnsMean());
        set(ConnectionFeature.WHOLE_MEANING, seen == 0 ? 0 : sum / seen);
        set(ConnectionFeature.SIZE, (float) Math.log(Math.max(1, seen)));
    }

    private void set(ConnectionFeature feature, float value) {
        features[feature.at()] = value;
    }
}
