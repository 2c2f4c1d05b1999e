package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;

/** "or", "either". */
final class EitherRule implements ClueRule {

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            if ((sentence.says(i, "or") && !sentence.says(i + 1, "equal"))
                    || sentence.says(i, "either")) {
                clues.add(new Clue.Either(i, i + 1));
            }
        }
        return clues;
    }
}
