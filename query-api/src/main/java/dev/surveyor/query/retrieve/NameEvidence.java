package dev.surveyor.query.retrieve;

import dev.surveyor.query.retrieve.Vocabulary.Matches;
import java.util.Map;

/**
 * How a question's words are met in the names of one edition, and how much of each name the
 * question says.
 */
final class NameEvidence {

    /** A column's name says a little less of its table than the table's own. */
    private static final float COLUMN_WEIGHT = 0.9f;

    private final float[] connection;
    private final float[][] table;
    private final float[][] column;
    private final float[][] precise;
    private final float[] tableCover;
    private final float[] columnCover;

    private NameEvidence(int words, Names names) {
        connection = new float[words];
        table = new float[words][names.tables()];
        column = new float[words][names.tables()];
        precise = new float[words][names.tables()];
        tableCover = new float[names.tables()];
        columnCover = new float[names.columns()];
    }

    static NameEvidence of(Sight sight, QuestionWords question) {
        NameEvidence evidence = new NameEvidence(question.size(), sight.lookup().names());
        evidence.cover(sight, question.strengths());
        for (int i = 0; i < question.size(); i++) {
            Matches matches = question.matches().get(i);
            for (int j = 0; j < matches.size(); j++) {
                evidence.meet(sight, i, matches.word(j), matches.likeness(j));
            }
        }
        return evidence;
    }

    private void cover(Sight sight, Map<Integer, Float> strengths) {
        WordPlaces places = sight.lookup().words();
        strengths.forEach((word, strength) ->
                places.visit(
                        word,
                        (place, number) -> {
                            switch (place) {
                                case TABLE -> tableCover[number] += strength;
                                case COLUMN -> columnCover[number] += strength;
                                case CONNECTION, VALUE -> {}
                            }
                        }));
        for (int i = 0; i < tableCover.length; i++) {
            tableCover[i] = Math.min(1, tableCover[i] / places.tableWords(i));
        }
        for (int i = 0; i < columnCover.length; i++) {
            columnCover[i] =
                    sight.seesColumn(i) ? Math.min(1, columnCover[i] / places.columnWords(i)) : 0;
        }
    }

    private void meet(Sight sight, int word, int met, float likeness) {
        Names names = sight.lookup().names();
        sight.lookup()
                .words()
                .visit(
                        met,
                        (place, number) -> {
                            switch (place) {
                                case CONNECTION -> raise(connection, word, likeness);
                                case TABLE -> {
                                    if (sight.seesTable(number)) {
                                        raise(table[word], number, likeness);
                                        raise(precise[word], number, likeness * tableCover[number]);
                                    }
                                }
                                case COLUMN -> {
                                    if (sight.seesColumn(number)) {
                                        int owner = names.tableOf(number);
                                        raise(column[word], owner, likeness);
                                        raise(
                                                precise[word],
                                                owner,
                                                COLUMN_WEIGHT * likeness * columnCover[number]);
                                    }
                                }
                                case VALUE -> {}
                            }
                        });
    }

    private static void raise(float[] best, int at, float value) {
        best[at] = Math.max(best[at], value);
    }

    float connection(int word) {
        return connection[word];
    }

    float table(int word, int number) {
        return table[word][number];
    }

    float column(int word, int number) {
        return column[word][number];
    }

    /** The best meeting in the table's names, weighed by how much of the name is said. */
    float precise(int word, int number) {
        return precise[word][number];
    }

    /** The share of the table's name that the question says. */
    float tableCover(int number) {
        return tableCover[number];
    }

    float columnCover(int number) {
        return columnCover[number];
    }
}
