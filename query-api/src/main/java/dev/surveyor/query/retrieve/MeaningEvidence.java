package dev.surveyor.query.retrieve;

import java.util.Arrays;

/** How near a question is to the tables and columns of one edition, as the model reads them. */
final class MeaningEvidence {

    /** Columns that are compared without asking whether their table is worth it. */
    private static final int COLUMNS_MAX = 20_000;

    /** In a larger edition, tables whose columns are compared. */
    private static final int TABLES_MAX = 1_000;

    private static final int COLUMNS_MEANT = 5;

    private final float[] tables;
    private final float[] columns;
    private final float[] bestColumns;
    private final float[] topColumns = new float[COLUMNS_MEANT];

    private MeaningEvidence(float[] tables, float[] columns, float[] bestColumns) {
        this.tables = tables;
        this.columns = columns;
        this.bestColumns = bestColumns;
    }

    static MeaningEvidence of(Sight sight, Vectors.Probe question) {
        EditionLookup lookup = sight.lookup();
        Names names = lookup.names();
        float[] tables = lookup.tableMeanings().best(question, names.tables(), row -> true);
        float least = names.columns() <= COLUMNS_MAX ? -1 : nth(tables, TABLES_MAX);
        float[] columns =
                lookup.columnMeanings()
                        .best(
                                question,
                                names.columns(),
                                column ->
                                        sight.seesColumn(column)
                                                && tables[names.tableOf(column)] >= least);
        MeaningEvidence evidence = new MeaningEvidence(tables, columns, new float[names.tables()]);
        for (int column = 0; column < names.columns(); column++) {
            int table = names.tableOf(column);
            evidence.bestColumns[table] = Math.max(evidence.bestColumns[table], columns[column]);
            evidence.raiseTop(columns[column]);
        }
        for (int table = 0; table < names.tables(); table++) {
            if (!sight.seesAllOf(table)) {
                tables[table] = sight.seesTable(table) ? evidence.bestColumns[table] : 0;
            }
        }
        return evidence;
    }

    /** The so-manieth greatest. */
    private static float nth(float[] values, int count) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, sorted.length - count)];
    }

    private void raiseTop(float value) {
        float falling = value;
        for (int i = 0; i < topColumns.length; i++) {
            if (falling > topColumns[i]) {
                float lower = topColumns[i];
                topColumns[i] = falling;
                falling = lower;
            }
        }
    }

    float table(int table) {
        return tables[table];
    }

    float column(int column) {
        return columns[column];
    }

    float bestColumn(int table) {
        return bestColumns[table];
    }

    /** Over the best columns of all tables. */
    float columnsMean() {
        float sum = 0;
        for (float value : topColumns) {
            sum += value;
        }
        return sum / topColumns.length;
    }
}
