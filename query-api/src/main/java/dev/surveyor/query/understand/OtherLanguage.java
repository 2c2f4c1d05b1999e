package dev.surveyor.query.understand;

import dev.surveyor.query.plan.words.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells questions that are not English, which is all that our own planner reads. */
public final class OtherLanguage {

    /** Fewer may be a name. */
    private static final int WORDS_MIN = 2;

    /**
     * Words that hold sentences together in German, French, Spanish, Italian, Portuguese, Dutch.
     */
    private static final Set<String> WORDS =
            Set.copyOf(
                    Arrays.asList(
                            ("der das und wie viele wieviele welche welcher welches gibt es ist sind wurden haben von mit für"
                                            + " im dem den nicht nach pro unsere letzten jahr monat wer wo wann zeige"
                                            + " combien quels quelles quelle quel est sont les des du dans par avec pour une"
                                            + " le la nous ont qui où cuántos cuántas cuantos cuantas qué cuál cuáles los las"
                                            + " del por para con el en hay quién quanti quante quali che sono gli della delle"
                                            + " nel per il di quantos quantas quais os dos das em com são uma qual hoeveel"
                                            + " welke zijn het een van voor met")
                                    .split(" ", -1)));

    private OtherLanguage() {}

    /** Whether it is written in one of these, or in letters that English has not. */
    public static boolean is(String question) {
        if (isOtherScript(question)) {
            return true;
        }
        List<String> words =
                Arrays.asList(question.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
        long other = words.stream().filter(WORDS::contains).count();
        long english =
                words.stream()
                        .filter(word -> Lexicon.isFunctionWord(word) && !WORDS.contains(word))
                        .count();
        return other >= WORDS_MIN && other > english;
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
