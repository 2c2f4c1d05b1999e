package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "top 5", "the three most", "first 10", "the 3 youngest". */
final class LimitRule implements ClueRule {

    private static final Set<String> BEFORE = Set.of("top", "first", "bottom", "last", "most");
    private static final Set<String> AFTER = Set.of("most", "least", "top");
    private static final int REACH = 5;

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Double number = sentence.token(i).number();
            if (number == null || number < 1 || number > 1000 || number != Math.rint(number)) {
                continue;
            }
            if (BEFORE.contains(sentence.lower(i - 1)) && !sentence.says(i - 2, "at")) {
                clues.add(new Clue.Limit(i - 1, i + 1, number.intValue()));
            } else if (isSuperlative(sentence, i + 1)
                    || (sentence.says(i - 1, "the") && superlativeFollows(sentence, i))) {
                clues.add(new Clue.Limit(i, i + 1, number.intValue()));
            }
        }
        return clues;
    }

    private static boolean superlativeFollows(Sentence sentence, int number) {
        for (int i = number + 1; i <= number + REACH; i++) {
            if (isSuperlative(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSuperlative(Sentence sentence, int index) {
        String word = sentence.lower(index);
        return (AFTER.contains(word) && !sentence.says(index - 1, "at"))
                || (word.endsWith("est") && word.length() > 5);
    }
}
