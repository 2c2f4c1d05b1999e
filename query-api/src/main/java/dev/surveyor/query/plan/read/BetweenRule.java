package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "between 5 and 10", "from 5 to 10", "ranging from 5 to 10". */
final class BetweenRule implements ClueRule {

    private static final Set<String> MIDDLES = Set.of("and", "to");

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i + 3 < sentence.size(); i++) {
            if (!sentence.says(i, "between") && !sentence.says(i, "from")) {
                continue;
            }
            Double low = sentence.token(i + 1).number();
            Double high = sentence.token(i + 3).number();
            if (low != null && high != null && MIDDLES.contains(sentence.lower(i + 2))) {
                clues.add(new Clue.Between(i, i + 4, low, high));
            }
        }
        return clues;
    }
}
