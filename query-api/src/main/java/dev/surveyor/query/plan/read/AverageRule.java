package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "above the average", "older than the average age", "at least the average". */
final class AverageRule implements ClueRule {

    private static final Set<String> MEAN = Set.of("average", "mean", "avg");
    private static final int REACH = 4;

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 1; i < sentence.size(); i++) {
            if (!MEAN.contains(sentence.lower(i))) {
                continue;
            }
            for (int before = i - 1; before >= Math.max(0, i - REACH); before--) {
                Comparison comparison = Comparatives.of(sentence, before);
                if (comparison != null) {
                    clues.add(new Clue.ToAverage(before, i + 1, comparison));
                    break;
                }
            }
        }
        return clues;
    }
}
