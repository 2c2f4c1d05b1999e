package dev.surveyor.eval.compare;

import dev.surveyor.eval.ask.Score;
import dev.surveyor.eval.ask.Score.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ids of questions by how two runs did on them. */
record Comparison(
        List<String> gained,
        List<String> lost,
        List<String> right,
        List<String> wrong,
        List<String> onlyA,
        List<String> onlyB) {

    /** Ids mostly end in a number without leading zeros. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    static Comparison of(Map<String, Score> a, Map<String, Score> b) {
        Map<String, Score> scoredA = withGold(a);
        Map<String, Score> scoredB = withGold(b);
        Comparison comparison =
                new Comparison(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        scoredA.forEach((id, score) -> {
            Score other = scoredB.get(id);
            if (other == null) {
                comparison.onlyA.add(id);
            } else {
                comparison.listFor(score.right(), other.right()).add(id);
            }
        });
        scoredB.keySet().stream()
                .filter(id -> !scoredA.containsKey(id))
                .forEach(comparison.onlyB::add);
        return comparison;
    }

    private static Map<String, Score> withGold(Map<String, Score> scores) {
        Map<String, Score> kept = new TreeMap<>(BY_NUMBER);
        kept.putAll(scores);
        kept.values().removeIf(score -> score.standing() == Standing.NO_GOLD);
        return kept;
    }

    private List<String> listFor(boolean rightInA, boolean rightInB) {
        if (rightInA) {
            return rightInB ? right : lost;
        }
        return rightInB ? gained : wrong;
    }
}
