package dev.surveyor.query.retrieve;

import dev.surveyor.embeddings.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words of the names in all editions that were loaded, each with its number, and which of them
 * a question's word may mean: those of its stem, and those that the embedding model takes for
 * alike. Safe for many threads.
 */
final class Vocabulary {

    /** Words beyond are met by their stems alone. */
    private static final int VECTORS_MAX = 100_000;

    private static final int REMEMBERED_MAX = 5_000;
    private static final float LOAD_FACTOR = 0.75f;

    /** A word that stands for itself is alike to nothing. */
    private static final Matches NOTHING = new Matches(new int[0], new float[0]);

    private final float likenessMin;
    private final Function<List<String>, List<Vector>> embedding;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, int[]> byStem = new HashMap<>();
    private final List<Integer> owners = new ArrayList<>();
    private final Vectors vectors = new Vectors();
    private final Map<String, Remembered> remembered =
            new LinkedHashMap<>(16, LOAD_FACTOR, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            };

    /** Words by their numbers, and how alike each is. */
    static final class Matches {

        private final int[] words;
        private final float[] likeness;

        Matches(int[] words, float[] likeness) {
            this.words = words;
            this.likeness = likeness;
        }

        int size() {
            return words.length;
        }

        int word(int i) {
            return words[i];
        }

        float likeness(int i) {
            return likeness[i];
        }
    }

    private record Remembered(int vectors, Matches matches) {}

    /**
     * Begins without words.
     *
     * @param likenessMin a cosine below says nothing
     */
    Vocabulary(float likenessMin, Function<List<String>, List<Vector>> embedding) {
        this.likenessMin = likenessMin;
        this.embedding = embedding;
    }

    /** Takes up what it does not know; embeds outside of the lock. */
    void learn(Collection<Word> words) {
        List<Word> unknown = unknown(words);
        List<Vector> embedded =
                embedding.apply(
                        unknown.stream().filter(Vocabulary::means).map(Word::written).toList());
        synchronized (this) {
            int next = 0;
            for (Word word : unknown) {
                Vector vector = means(word) ? embedded.get(next++) : null;
                if (!numbers.containsKey(word.written())) {
                    add(word, vector);
                }
            }
        }
    }

    private synchronized List<Word> unknown(Collection<Word> words) {
        Set<Word> unknown = new HashSet<>();
        return words.stream()
                .filter(word -> !numbers.containsKey(word.written()) && unknown.add(word))
                .toList();
    }

    private void add(Word word, @Nullable Vector vector) {
        int number = numbers.size();
        numbers.put(word.written(), number);
        byStem.merge(
                word.stem(),
                new int[] {number},
                (some, more) -> {
                    int[] all = Arrays.copyOf(some, some.length + 1);
                    all[some.length] = more[0];
                    return all;
                });
        if (vector != null && vectors.rows() < VECTORS_MAX) {
            vectors.add(vector);
            owners.add(number);
        }
    }

    /** Digits are alike to other digits, and mean something else. */
    static boolean means(Word word) {
        return !Character.isDigit(word.written().charAt(0));
    }

    synchronized int number(Word word) {
        Integer number = numbers.get(word.written());
        if (number == null) {
            throw new IllegalStateException("a word is learnt before it is looked up");
        }
        return number;
    }

    /** All words of one stem. */
    synchronized Matches same(String stem) {
        int[] words = byStem.get(stem);
        if (words == null) {
            return NOTHING;
        }
        float[] likeness = new float[words.length];
        Arrays.fill(likeness, 1);
        return new Matches(words, likeness);
    }

    /** All words that are alike, those of the same stem among them. */
    Matches alike(Word word) {
        if (!means(word)) {
            return same(word.stem());
        }
        Matches known = recall(word);
        if (known != null) {
            return known;
        }
        Vectors.Probe probe = Vectors.Probe.of(embedding.apply(List.of(word.written())).getFirst());
        synchronized (this) {
            Matches matches = compared(word, probe);
            remembered.put(word.written(), new Remembered(vectors.rows(), matches));
            return matches;
        }
    }

    private synchronized @Nullable Matches recall(Word word) {
        Remembered there = remembered.get(word.written());
        return there != null && there.vectors() == vectors.rows() ? there.matches() : null;
    }

    private Matches compared(Word word, Vectors.Probe probe) {
        Map<Integer, Float> found = new LinkedHashMap<>();
        for (int row = 0; row < vectors.rows(); row++) {
            float likeness = vectors.cosine(row, probe);
            if (likeness >= likenessMin) {
                found.put(owners.get(row), Math.min(1, likeness));
            }
        }
        Matches same = same(word.stem());
        for (int i = 0; i < same.size(); i++) {
            found.put(same.word(i), 1f);
        }
        int[] words = new int[found.size()];
        float[] likeness = new float[found.size()];
        int next = 0;
        for (Map.Entry<Integer, Float> match : found.entrySet()) {
            words[next] = match.getKey();
            likeness[next++] = match.getValue();
        }
        return new Matches(words, likeness);
    }
}
