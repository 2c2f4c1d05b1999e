package dev.surveyor.query.retrieve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which values of an edition a word stands. */
final class ValueWords {

    private final String[] stems;
    private final int[] upTo;
    private final int[] values;
    private final int[] columnOf;
    private final byte[] wordsOf;
    private final int[] textUpTo;
    private final byte[] texts;

    /** What is collected before it is packed. */
    static final class Collected {

        /** A longer value is a text; its words say little. */
        static final int WORDS_MAX = 8;

        private static final int CHARS_MAX = 60;

        private final TreeMap<String, List<Integer>> values = new TreeMap<>();
        private final List<Integer> columns = new ArrayList<>();
        private final List<Integer> words = new ArrayList<>();
        private final List<byte[]> texts = new ArrayList<>();

        void add(int column, String value) {
            if (value.length() > CHARS_MAX) {
                return;
            }
            Set<String> stems = new TreeSet<>();
            Words.of(value).forEach(word -> stems.add(word.stem()));
            if (!stems.isEmpty() && stems.size() <= WORDS_MAX) {
                int number = columns.size();
                columns.add(column);
                words.add(stems.size());
                texts.add(value.getBytes(StandardCharsets.UTF_8));
                stems.forEach(stem ->
                        values.computeIfAbsent(stem, none -> new ArrayList<>()).add(number));
            }
        }

        ValueWords packed() {
            return new ValueWords(this);
        }
    }

    private ValueWords(Collected collected) {
        stems = collected.values.keySet().toArray(String[]::new);
        upTo = new int[stems.length + 1];
        values =
                collected.values.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .toArray();
        int next = 0;
        for (List<Integer> some : collected.values.values()) {
            upTo[next + 1] = upTo[next] + some.size();
            next++;
        }
        int count = collected.columns.size();
        columnOf = collected.columns.stream().mapToInt(Integer::intValue).toArray();
        wordsOf = new byte[count];
        textUpTo = new int[count + 1];
        for (int i = 0; i < count; i++) {
            wordsOf[i] = collected.words.get(i).byteValue();
            textUpTo[i + 1] = textUpTo[i] + collected.texts.get(i).length;
        }
        texts = new byte[textUpTo[count]];
        for (int i = 0; i < count; i++) {
            byte[] text = collected.texts.get(i);
            System.arraycopy(text, 0, texts, textUpTo[i], text.length);
        }
    }

    /** Takes the number of a value. */
    interface Visitor {
        void met(int value);
    }

    void visit(String stem, Visitor visitor) {
        int at = Arrays.binarySearch(stems, stem);
        if (at >= 0) {
            for (int i = upTo[at]; i < upTo[at + 1]; i++) {
                visitor.met(values[i]);
            }
        }
    }

    int count() {
        return columnOf.length;
    }

    int columnOf(int value) {
        return columnOf[value];
    }

    int wordsOf(int value) {
        return wordsOf[value];
    }

    String text(int value) {
        return new String(
                texts,
                textUpTo[value],
                textUpTo[value + 1] - textUpTo[value],
                StandardCharsets.UTF_8);
    }

    long bytes() {
        return 4L * (upTo.length + values.length + columnOf.length + textUpTo.length)
                + wordsOf.length
                + texts.length
                + 56L * stems.length;
    }
}
