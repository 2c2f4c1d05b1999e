package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Sentence;
import dev.surveyor.query.plan.words.Token;
import java.util.Set;

/** A question of which more and more words have their place. */
final class Text {

    /** Words that ask for what no row can tell. */
    private static final Set<String> MODAL = Set.of("will", "would", "should", "shall");

    private final Sentence sentence;
    private final boolean[] used;

    private Text(Sentence sentence, boolean[] used) {
        this.sentence = sentence;
        this.used = used;
    }

    static Text of(Sentence sentence) {
        return new Text(sentence, new boolean[sentence.size()]);
    }

    Text copy() {
        return new Text(sentence, used.clone());
    }

    Sentence sentence() {
        return sentence;
    }

    int size() {
        return sentence.size();
    }

    Token token(int index) {
        return sentence.token(index);
    }

    String lower(int index) {
        return sentence.lower(index);
    }

    boolean says(int index, String... words) {
        return sentence.says(index, words);
    }

    boolean any(int index, Set<String> words) {
        return words.contains(lower(index));
    }

    boolean used(int index) {
        return used[index];
    }

    boolean free(int from, int to) {
        for (int i = from; i < to; i++) {
            if (used[i]) {
                return false;
            }
        }
        return true;
    }

    void use(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, used.length); i++) {
            used[i] = true;
        }
    }

    void release(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, used.length); i++) {
            used[i] = false;
        }
    }

    /** Whether a word says something of the world. */
    boolean content(int index) {
        Token token = token(index);
        return token.quoted()
                || MODAL.contains(token.lower())
                || !(Lexicon.isFunctionWord(token.lower()) || Lexicon.isLightWord(token.lower()));
    }

    /** Whether a sentence or a half of one ends before this word. */
    boolean breaks(int index, boolean commas) {
        if (index <= 0 || index >= size()) {
            return true;
        }
        String between = sentence.text().substring(token(index - 1).end(), token(index).begin());
        return between.chars()
                .anyMatch(
                        sign -> ".;?!:".indexOf(sign) >= 0 || (commas && ",()".indexOf(sign) >= 0));
    }

    /** Where what a word stands in ends. */
    int end(int index, boolean commas) {
        int end = index + 1;
        while (end < size() && !breaks(end, commas)) {
            end++;
        }
        return Math.min(end, size());
    }
}
