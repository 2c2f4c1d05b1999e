package dev.surveyor.query.understand;

import dev.surveyor.query.plan.words.Lexicon;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells questions that are not English, which is all that our own planner reads. */
public final class OtherLanguage {

    /** Fewer may be a name. */
    private static final int WORDS_MIN = 2;

    /**
     * Words that hold sentences together in German, French, Spanish, Italian, Portuguese, Dutch and
     * are none in English.
     */
    private static final Set<String> WORDS =
            Set.copyOf(
                    Arrays.asList(
                            ("der das und wie viele wieviele welche welcher welches gibt ist sind wurden haben von mit für"
                                            + " dem den nicht nach unsere letzten jahr monat wer wo wann zeige combien quels quelles quelle"
                                            + " quel sont les des du dans par avec pour une le la nous ont qui où cuántos cuántas cuantos"
                                            + " cuantas qué cuál cuáles los las del por para con el en quién quanti quante quali che sono gli"
                                            + " della delle nel quantos quantas quais dos em são uma qual hoeveel welke zijn het een voor")
                                    .split(" ", -1)));

    /** Whoever begins like this asks in English, whatever the names are made of. */
    private static final Set<String> ASKING =
            Set.of(
                    "how", "many", "what", "which", "who", "whose", "where", "when", "show", "list",
                    "give", "find", "count", "average", "total", "top", "the", "of", "by");

    private OtherLanguage() {}

    /** Whether it is written in one of these, or in letters that English has not. */
    public static boolean is(String question) {
        if (isOtherScript(question)) {
            return true;
        }
        List<String> words =
                Arrays.asList(question.replaceAll("^[^\\p{L}]+", "").split("[^\\p{L}]+", -1));
        Set<String> other = new HashSet<>();
        int english = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            if (ASKING.contains(word)) {
                return false;
            }
            boolean name = i > 0 && !word.equals(words.get(i));
            if (WORDS.contains(word) && !name) {
                other.add(word);
            } else if (Lexicon.isFunctionWord(word)) {
                english++;
            }
        }
        return other.size() >= WORDS_MIN && other.size() > english;
    }

    private static boolean isOtherScript(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin =
                text.codePoints()
                        .filter(c ->
                                Character.isLetter(c)
                                        && Character.UnicodeScript.of(c)
                                                == Character.UnicodeScript.LATIN)
                        .count();
        return latin * 2 < letters;
    }
}
