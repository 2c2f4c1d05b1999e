package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All clues of a question. */
public record Clues(List<Clue> all) {

    public Clues {
        all = List.copyOf(all);
    }

    public static Clues of(Sentence sentence) {
        List<Clue> read = new ArrayList<>();
        boolean[] numberTaken = new boolean[sentence.size()];
        for (ClueRule rule : ClueRule.ALL) {
            for (Clue clue : rule.read(sentence)) {
                if (!takes(clue, sentence, numberTaken)) {
                    read.add(clue);
                }
            }
        }
        return new Clues(read);
    }

    /** A number is read once. */
    private static boolean takes(Clue clue, Sentence sentence, boolean[] taken) {
        boolean before = false;
        for (int i = clue.from(); i < clue.to() && i < sentence.size(); i++) {
            if (sentence.token(i).number() != null) {
                before |= taken[i];
                taken[i] = true;
            }
        }
        return before;
    }

    public <T extends Clue> Stream<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    public boolean any(Class<? extends Clue> kind) {
        return all.stream().anyMatch(kind::isInstance);
    }

    public boolean covers(int token) {
        return all.stream().anyMatch(clue -> clue.covers(token));
    }
}
