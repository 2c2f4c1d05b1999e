package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Measure.Function;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** "the average", "total", "maximum", "how many", "the number of". */
final class FigureRule implements ClueRule {

    private static final Map<String, Function> WORDS =
            Map.ofEntries(
                    Map.entry("average", Function.AVG),
                    Map.entry("averaged", Function.AVG),
                    Map.entry("averages", Function.AVG),
                    Map.entry("mean", Function.AVG),
                    Map.entry("avg", Function.AVG),
                    Map.entry("total", Function.SUM),
                    Map.entry("sum", Function.SUM),
                    Map.entry("combined", Function.SUM),
                    Map.entry("maximum", Function.MAX),
                    Map.entry("maximal", Function.MAX),
                    Map.entry("max", Function.MAX),
                    Map.entry("highest", Function.MAX),
                    Map.entry("largest", Function.MAX),
                    Map.entry("greatest", Function.MAX),
                    Map.entry("longest", Function.MAX),
                    Map.entry("latest", Function.MAX),
                    Map.entry("oldest", Function.MAX),
                    Map.entry("minimum", Function.MIN),
                    Map.entry("minimal", Function.MIN),
                    Map.entry("min", Function.MIN),
                    Map.entry("lowest", Function.MIN),
                    Map.entry("smallest", Function.MIN),
                    Map.entry("shortest", Function.MIN),
                    Map.entry("earliest", Function.MIN),
                    Map.entry("youngest", Function.MIN));

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Function function = WORDS.get(sentence.lower(i));
            if (sentence.token(i).quoted()) {
                continue;
            }
            if (function != null && !sentence.says(i, "total", "number")) {
                clues.add(new Clue.Figure(i, i + 1, function));
            } else if (sentence.says(i, "how", "many") || sentence.says(i, "number", "of")) {
                clues.add(new Clue.Figure(i, i + 2, Function.COUNT));
            }
        }
        return clues;
    }
}
