package dev.surveyor.query.retrieve;

import java.util.List;

/** How much each word of a question tells tables, and connections, apart. */
final class Rarity {

    private static final float LEAST = 1e-3f;

    private final float[] amongTables;
    private final float[] amongConnections;
    private final float tablesSum;
    private final float connectionsSum;

    private Rarity(float[] amongTables, float[] amongConnections) {
        this.amongTables = amongTables;
        this.amongConnections = amongConnections;
        tablesSum = Math.max(LEAST, sum(amongTables));
        connectionsSum = Math.max(LEAST, sum(amongConnections));
    }

    /** Among what the asker sees: a word in a half sure place counts half. */
    static Rarity of(QuestionWords question, List<Evidence> all) {
        int tables = 0;
        for (Evidence evidence : all) {
            for (int table = 0; table < evidence.tables(); table++) {
                tables += evidence.sight().seesTable(table) ? 1 : 0;
            }
        }
        float[] amongTables = new float[question.size()];
        float[] amongConnections = new float[question.size()];
        for (int word = 0; word < question.size(); word++) {
            double tablesWith = 0;
            double connectionsWith = 0;
            for (Evidence evidence : all) {
                float best = evidence.names().connection(word);
                for (int table = 0; table < evidence.tables(); table++) {
                    float met = evidence.met(word, table);
                    tablesWith += met;
                    best = Math.max(best, met);
                }
                connectionsWith += best;
            }
            float weight = QuestionWords.weight(question.words().get(word));
            amongTables[word] = weight * rarity(tables, tablesWith);
            amongConnections[word] = weight * rarity(all.size(), connectionsWith);
        }
        return new Rarity(amongTables, amongConnections);
    }

    private static float rarity(int all, double with) {
        return (float) Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** A word's share of all that the question's words tell of tables. */
    float tableShare(int word) {
        return amongTables[word] / tablesSum;
    }

    float connectionShare(int word) {
        return amongConnections[word] / connectionsSum;
    }

    int words() {
        return amongTables.length;
    }
}
