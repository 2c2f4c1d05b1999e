package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition.Literal;
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
            for (int first = i + 1; first <= i + 2; first++) {
                Literal low = Quantities.at(sentence, first);
                Literal high = Quantities.at(sentence, first + 2);
                if (low != null && high != null && MIDDLES.contains(sentence.lower(first + 1))) {
                    clues.add(new Clue.Between(i, first + 3, low, high));
                    break;
                }
            }
        }
        return clues;
    }
}
