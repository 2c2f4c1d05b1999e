package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Measure.Function;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** "above the average", "older than the average age", "less than the maximum". */
final class FigureComparisonRule implements ClueRule {

    private static final Map<String, Function> FIGURES =
            Map.of(
                    "average", Function.AVG,
                    "mean", Function.AVG,
                    "avg", Function.AVG,
                    "maximum", Function.MAX,
                    "max", Function.MAX,
                    "minimum", Function.MIN,
                    "min", Function.MIN);
    private static final int REACH = 4;

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 1; i < sentence.size(); i++) {
            Function function = FIGURES.get(sentence.lower(i));
            if (function == null) {
                continue;
            }
            for (int before = i - 1; before >= Math.max(0, i - REACH); before--) {
                Comparison comparison = Comparatives.of(sentence, before);
                if (comparison != null) {
                    clues.add(new Clue.ToFigure(before, i + 1, comparison, function));
                    break;
                }
            }
        }
        return clues;
    }
}
