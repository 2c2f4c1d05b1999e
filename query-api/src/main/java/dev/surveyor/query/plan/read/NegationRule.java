package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "not", "without", "never", "no", "except", "other than". */
final class NegationRule implements ClueRule {

    private static final Set<String> WORDS =
            Set.of(
                    "not",
                    "without",
                    "never",
                    "no",
                    "none",
                    "except",
                    "neither",
                    "nor",
                    "excluding",
                    "don't",
                    "doesn't",
                    "didn't",
                    "isn't",
                    "aren't",
                    "wasn't",
                    "weren't",
                    "haven't",
                    "hasn't",
                    "cannot",
                    "can't",
                    "outside",
                    "exclude",
                    "dont",
                    "doesnt",
                    "didnt");

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            boolean number =
                    WORDS.contains(sentence.lower(i))
                            && sentence.says(i, "no")
                            && isCompared(sentence, i + 1);
            if (WORDS.contains(sentence.lower(i)) && !number && !sentence.token(i).quoted()) {
                clues.add(new Clue.Negated(i, i + 1));
            } else if (sentence.says(i, "other", "than")) {
                clues.add(new Clue.Negated(i, i + 2));
            }
        }
        return clues;
    }

    private static boolean isCompared(Sentence sentence, int index) {
        return Comparatives.of(sentence, index) != null;
    }
}
