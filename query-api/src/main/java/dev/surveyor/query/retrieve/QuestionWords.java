package dev.surveyor.query.retrieve;

import dev.surveyor.query.retrieve.Vocabulary.Matches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of a question, each once, with those of the vocabulary that they may mean.
 *
 * @param matches for each word
 * @param strengths of the vocabulary's words: how sure the question says each of them
 */
record QuestionWords(List<Word> words, List<Matches> matches, Map<Integer, Float> strengths) {

    /** More is no question any more. */
    static final int WORDS_MAX = 48;

    /** What a word counts that mostly says what is to be done. */
    private static final float ASKING = 0.3f;

    /** Finds the vocabulary's words for one of a question's. */
    interface Meaning {
        Matches of(Word word);
    }

    static float weight(Word word) {
        return Words.onlyAsks(word) ? ASKING : 1;
    }

    /** Only words of the same stem, and two words that are written as one. */
    static QuestionWords exact(List<Word> asked, Vocabulary vocabulary) {
        return of(asked, vocabulary, word -> vocabulary.same(word.stem()));
    }

    /** Words that are alike as well. */
    static QuestionWords alike(List<Word> asked, Vocabulary vocabulary) {
        return of(asked, vocabulary, vocabulary::alike);
    }

    private static QuestionWords of(List<Word> asked, Vocabulary vocabulary, Meaning meaning) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Word> words = new ArrayList<>();
        List<Map<Integer, Float>> found = new ArrayList<>();
        for (Word word : asked) {
            if (words.size() < WORDS_MAX
                    && numbers.putIfAbsent(word.stem(), words.size()) == null) {
                words.add(word);
                found.add(new TreeMap<>());
                add(found.getLast(), meaning.of(word));
            }
        }
        for (int i = 0; i + 1 < asked.size(); i++) {
            Word joined = Words.joined(asked.get(i), asked.get(i + 1));
            Matches matches = vocabulary.same(joined.stem());
            for (Word part : List.of(asked.get(i), asked.get(i + 1))) {
                Integer number = numbers.get(part.stem());
                if (number != null) {
                    add(found.get(number), matches);
                }
            }
        }
        return new QuestionWords(
                words, found.stream().map(QuestionWords::packed).toList(), strengths(words, found));
    }

    private static void add(Map<Integer, Float> found, Matches matches) {
        for (int i = 0; i < matches.size(); i++) {
            found.merge(matches.word(i), matches.likeness(i), Math::max);
        }
    }

    private static Matches packed(Map<Integer, Float> found) {
        int[] words = new int[found.size()];
        float[] likeness = new float[found.size()];
        int next = 0;
        for (Map.Entry<Integer, Float> match : found.entrySet()) {
            words[next] = match.getKey();
            likeness[next++] = match.getValue();
        }
        return new Matches(words, likeness);
    }

    private static Map<Integer, Float> strengths(
            List<Word> words, List<Map<Integer, Float>> found) {
        Map<Integer, Float> strengths = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            float weight = weight(words.get(i));
            found.get(i)
                    .forEach((word, likeness) ->
                            strengths.merge(word, weight * likeness, Math::max));
        }
        return strengths;
    }

    int size() {
        return words.size();
    }
}
