package dev.surveyor.embeddings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ranking of what was found by meaning and by word, whichever index found it: a weighted sum of
 * scores. What only one way found gets the other way's lowest score, the most that it can have had.
 */
public final class Fusion {

    /** A BM25 score this high says as much as a cosine of 1. */
    private static final double WORDS_SCALE = 12;

    private static final double WORDS_WEIGHT = 0.5;

    private static final int DEPTH_MIN = 100;

    private Fusion() {}

    /** A point in the common ranking. */
    public record Ranked(UUID id, double score, @Nullable Double meaning, @Nullable Double words) {

        Hit hit(Entry entry) {
            return new Hit(entry, score, meaning, words);
        }
    }

    /** How many candidates each way should give for so many hits. */
    public static int depth(int hitsMax) {
        return Math.min(VectorIndex.CANDIDATES_MAX, Math.max(DEPTH_MIN, 4 * hitsMax));
    }

    /** The best first; equal scores by their ids, so that the same finds rank the same. */
    public static List<Ranked> fused(List<Candidate> meaning, List<Candidate> words, int hitsMax) {
        Map<UUID, Double> byMeaning = scores(meaning);
        Map<UUID, Double> byWords = scores(words);
        double leastMeaning = least(meaning);
        double leastWords = 0;
        Set<UUID> ids = new HashSet<>(byMeaning.keySet());
        ids.addAll(byWords.keySet());
        return ids.stream()
                .map(id -> ranked(id, byMeaning.get(id), byWords.get(id), leastMeaning, leastWords))
                .sorted(
                        Comparator.comparingDouble(Ranked::score)
                                .reversed()
                                .thenComparing(Ranked::id))
                .limit(hitsMax)
                .toList();
    }

    private static Ranked ranked(
            UUID id,
            @Nullable Double meaning,
            @Nullable Double words,
            double leastMeaning,
            double leastWords) {
        double score =
                (1 - WORDS_WEIGHT) * (meaning == null ? leastMeaning : meaning)
                        + WORDS_WEIGHT * (words == null ? leastWords : words) / WORDS_SCALE;
        return new Ranked(id, score, meaning, words);
    }

    private static Map<UUID, Double> scores(List<Candidate> candidates) {
        Map<UUID, Double> scores = HashMap.newHashMap(candidates.size());
        candidates.forEach(candidate -> scores.put(candidate.id(), candidate.score()));
        return scores;
    }

    private static double least(List<Candidate> candidates) {
        return candidates.isEmpty() ? 0 : candidates.getLast().score();
    }
}
