package dev.surveyor.query.retrieve;

/** What speaks for each table of one connection. */
final class TableScorer {

    private static final int FEATURES = TableFeature.values().length;

    private final Evidence exact;
    private final Evidence alike;
    private final MeaningEvidence meaning;
    private final Rarity exactRarity;
    private final Rarity alikeRarity;

    TableScorer(
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

    /** A row of {@link TableFeature}s for each table; of hidden ones it means nothing. */
    float[][] features() {
        float[][] features = new float[exact.tables()][FEATURES];
        float[] related = new float[exact.tables()];
        for (int table = 0; table < features.length; table++) {
            if (exact.sight().seesTable(table)) {
                fill(features[table], table);
                related[table] = spokenOf(table);
            }
        }
        lead(features, TableFeature.PRECISE_LEAD);
        lead(features, TableFeature.COVERED_ALIKE_LEAD);
        lead(features, TableFeature.NAME_SAID_ALIKE_LEAD);
        lead(features, TableFeature.PRECISE_ALIKE_LEAD);
        lead(features, TableFeature.MEANING_LEAD);
        lead(features, TableFeature.COLUMN_MEANING_LEAD);
        for (int table = 0; table < features.length; table++) {
            for (RelationGraph.Edge edge : exact.sight().lookup().relations().from(table)) {
                set(
                        features[table],
                        TableFeature.RELATED,
                        Math.max(features[table][TableFeature.RELATED.at()], related[edge.to()]));
            }
        }
        return features;
    }

    private void fill(float[] features, int table) {
        float precise = 0;
        float values = 0;
        float preciseAlike = 0;
        float coveredAlike = 0;
        for (int word = 0; word < exactRarity.words(); word++) {
            float share = exactRarity.tableShare(word);
            float shareAlike = alikeRarity.tableShare(word);
            precise += share * exact.precise(word, table);
            values += share * exact.values().whole(word, table);
            preciseAlike += shareAlike * alike.precise(word, table);
            coveredAlike += shareAlike * alike.weighed(word, table);
        }
        set(features, TableFeature.NAME_SAID, exact.names().tableCover(table));
        set(features, TableFeature.PRECISE, precise);
        set(features, TableFeature.PRECISE_LEAD, precise);
        set(features, TableFeature.VALUES, values);
        set(features, TableFeature.COLUMN_SAID_ALIKE, columnSaid(table));
        set(features, TableFeature.COVERED_ALIKE_LEAD, coveredAlike);
        set(features, TableFeature.NAME_SAID_ALIKE_LEAD, alike.names().tableCover(table));
        set(features, TableFeature.PRECISE_ALIKE_LEAD, preciseAlike);
        set(features, TableFeature.MEANING_LEAD, meaning.table(table));
        set(features, TableFeature.COLUMN_MEANING_LEAD, meaning.bestColumn(table));
    }

    private float columnSaid(int table) {
        Names names = exact.sight().lookup().names();
        float most = 0;
        for (int i = names.columnsFrom(table); i < names.columnsTo(table); i++) {
            most = Math.max(most, alike.names().columnCover(i));
        }
        return most;
    }

    /** How much of the question is the table's own name, said as a whole. */
    private float spokenOf(int table) {
        float sum = 0;
        for (int word = 0; word < exactRarity.words(); word++) {
            sum += exactRarity.tableShare(word) * exact.names().table(word, table);
        }
        return sum * exact.names().tableCover(table);
    }

    private void lead(float[][] features, TableFeature feature) {
        int at = feature.at();
        float best = Float.NEGATIVE_INFINITY;
        for (int table = 0; table < features.length; table++) {
            if (exact.sight().seesTable(table)) {
                best = Math.max(best, features[table][at]);
            }
        }
        for (float[] ofTable : features) {
            ofTable[at] -= best;
        }
    }

    private static void set(float[] features, TableFeature feature, float value) {
        features[feature.at()] = value;
    }
}
