package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "contains the word …", "starts with the letter …", "ending in …". */
final class PartRule implements ClueRule {

    private static final Set<String> HOLDS =
            Set.of(
                    "contain",
                    "contains",
                    "containing",
                    "contained",
                    "substring",
                    "includes",
                    "including",
                    "include");
    private static final Set<String> BEGINS =
            Set.of("start", "starts", "starting", "begin", "begins", "beginning", "prefix");
    private static final Set<String> ENDS = Set.of("end", "ends", "ending", "suffix");
    private static final Set<String> LINKS =
            Set.of(
                    "with",
                    "in",
                    "the",
                    "letter",
                    "letters",
                    "word",
                    "words",
                    "a",
                    "substring",
                    "string",
                    "character",
                    "characters",
                    "phrase",
                    "by",
                    "text");

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.lower(i);
            boolean begins = BEGINS.contains(word);
            boolean ends = ENDS.contains(word);
            if (!begins && !ends && !HOLDS.contains(word)) {
                continue;
            }
            int end = i + 1;
            while (end < sentence.size()
                    && !sentence.token(end).quoted()
                    && LINKS.contains(sentence.lower(end))) {
                end++;
            }
            if (((!begins && !ends) || end > i + 1) && end < sentence.size()) {
                clues.add(new Clue.Part(i, end, begins, ends));
            }
        }
        return clues;
    }
}
