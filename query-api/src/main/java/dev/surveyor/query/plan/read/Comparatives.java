package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.words.Sentence;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that compare. */
final class Comparatives {

    private static final Map<String, Comparison> SINGLE =
            Map.ofEntries(
                    Map.entry("above", Comparison.MORE),
                    Map.entry("over", Comparison.MORE),
                    Map.entry("exceeding", Comparison.MORE),
                    Map.entry("exceeds", Comparison.MORE),
                    Map.entry("exceed", Comparison.MORE),
                    Map.entry("after", Comparison.MORE),
                    Map.entry("beyond", Comparison.MORE),
                    Map.entry(">", Comparison.MORE),
                    Map.entry("<", Comparison.LESS),
                    Map.entry(">=", Comparison.AT_LEAST),
                    Map.entry("<=", Comparison.AT_MOST),
                    Map.entry("below", Comparison.LESS),
                    Map.entry("under", Comparison.LESS),
                    Map.entry("before", Comparison.LESS),
                    Map.entry("since", Comparison.AT_LEAST),
                    Map.entry("until", Comparison.AT_MOST),
                    Map.entry("till", Comparison.AT_MOST));

    private static final Set<String> LESS =
            Set.of(
                    "less",
                    "fewer",
                    "smaller",
                    "lower",
                    "younger",
                    "shorter",
                    "earlier",
                    "cheaper",
                    "lighter",
                    "slower",
                    "worse",
                    "poorer",
                    "narrower",
                    "nearer",
                    "weaker");

    private Comparatives() {}

    /** How the word compares; null: it does not. */
    static @Nullable Comparison of(Sentence sentence, int index) {
        String word = sentence.lower(index);
        if (sentence.says(index, "at", "least")) {
            return Comparison.AT_LEAST;
        }
        if (sentence.says(index, "at", "most")) {
            return Comparison.AT_MOST;
        }
        if (isThan(sentence, index + 1)) {
            boolean less = LESS.contains(word);
            boolean no = sentence.says(index - 1, "no") || sentence.says(index - 1, "not");
            if (less) {
                return no ? Comparison.AT_LEAST : Comparison.LESS;
            }
            if (word.endsWith("er") || word.equals("more") || word.equals("better")) {
                return no ? Comparison.AT_MOST : Comparison.MORE;
            }
        }
        return SINGLE.get(word);
    }

    private static boolean isThan(Sentence sentence, int index) {
        return sentence.says(index, "than")
                || sentence.says(index + 1, "than")
                || sentence.says(index + 2, "than");
    }
}
