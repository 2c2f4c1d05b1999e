package dev.surveyor.query.retrieve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a question's words are met in the values of one edition's tables. */
final class ValueEvidence {

    private final float[][] any;
    private final float[][] whole;

    private ValueEvidence(int words, int tables) {
        any = new float[words][tables];
        whole = new float[words][tables];
    }

    static ValueEvidence of(Sight sight, List<Word> words) {
        EditionLookup lookup = sight.lookup();
        ValueWords values = lookup.values();
        ValueEvidence evidence = new ValueEvidence(words.size(), lookup.names().tables());
        Map<Integer, Integer> met = new HashMap<>();
        words.forEach(word ->
                values.visit(
                        word.stem(),
                        value -> {
                            if (sight.seesValues(values.columnOf(value))) {
                                met.merge(value, 1, Integer::sum);
                            }
                        }));
        for (int i = 0; i < words.size(); i++) {
            float[] anyOfWord = evidence.any[i];
            float[] wholeOfWord = evidence.whole[i];
            values.visit(
                    words.get(i).stem(),
                    value -> {
                        Integer count = met.get(value);
                        if (count != null) {
                            int table = lookup.names().tableOf(values.columnOf(value));
                            float share = (float) count / values.wordsOf(value);
                            anyOfWord[table] = 1;
                            wholeOfWord[table] = Math.max(wholeOfWord[table], share);
                        }
                    });
        }
        return evidence;
    }

    /** 1 where the word stands in any value. */
    float any(int word, int table) {
        return any[word][table];
    }

    /** The greatest share of a value's words that the question says, this word among them. */
    float whole(int word, int table) {
        return whole[word][table];
    }
}
