package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "in descending order", "from the oldest to the youngest", "the fewest". */
final class DirectionRule implements ClueRule {

    private static final Set<String> DOWN =
            Set.of(
                    "descending",
                    "descend",
                    "desc",
                    "decreasing",
                    "decrease",
                    "reverse",
                    "reversed",
                    "highest",
                    "largest",
                    "greatest",
                    "biggest",
                    "longest",
                    "tallest",
                    "heaviest",
                    "oldest",
                    "latest",
                    "newest",
                    "best",
                    "richest",
                    "maximum",
                    "top",
                    "recent",
                    "recently");

    private static final Set<String> UP =
            Set.of(
                    "ascending",
                    "ascend",
                    "asc",
                    "increasing",
                    "increase",
                    "alphabetical",
                    "alphabetically",
                    "alphabetic",
                    "lowest",
                    "smallest",
                    "shortest",
                    "lightest",
                    "earliest",
                    "cheapest",
                    "fewest",
                    "worst",
                    "minimum",
                    "lexicographical",
                    "chronological");

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.lower(i);
            if (sentence.token(i).quoted()) {
                continue;
            }
            if (DOWN.contains(word)) {
                clues.add(new Clue.Direction(i, i + 1, true));
            } else if (UP.contains(word)) {
                boolean reversed =
                        sentence.says(i - 1, "descending") || sentence.says(i - 1, "reverse");
                clues.add(new Clue.Direction(i, i + 1, reversed));
            } else if (word.equals("most") && !sentence.says(i - 1, "at")) {
                clues.add(new Clue.Direction(i, i + 1, true));
            } else if (word.equals("least") && !sentence.says(i - 1, "at")) {
                clues.add(new Clue.Direction(i, i + 1, false));
            }
        }
        return clues;
    }
}
