package dev.surveyor.embeddings.words;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Takes texts apart into words that can be compared: at signs, between letters and digits, where
 * names change case; small, without accents, brought to their stems, without the words that say
 * nothing.
 */
public final class Words {

    /** A word longer than this is data, not language: its beginning is enough to find it. */
    private static final int LENGTH_MAX = 64;

    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{L}&&[^\\p{Lu}]]+|\\p{N}+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final Set<String> EMPTY =
            Set.of(
                    ("a about all also am an and any are as at be been both but by can could did do"
                                    + " does each find for from get give had has have having he her"
                                    + " him his how i in into is it its list many me more most much"
                                    + " my of on or our please return select shall she show so tell"
                                    + " than that the their them then there these they this those"
                                    + " to us was we were what when where which who whose will with"
                                    + " would you your")
                            .split(" "));

    private Words() {}

    /** Its words in order; one said twice comes twice. */
    public static List<String> of(String text) {
        EnglishStemmer stemmer = new EnglishStemmer();
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Words::plain)
                .filter(word -> !EMPTY.contains(word))
                .map(word -> stem(stemmer, word))
                .toList();
    }

    /** Its words and how often each comes. */
    public static Map<String, Integer> counted(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static String plain(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        String bare =
                Normalizer.isNormalized(small, Normalizer.Form.NFD)
                        ? small
                        : ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD))
                                .replaceAll("");
        return bare.length() > LENGTH_MAX ? bare.substring(0, LENGTH_MAX) : bare;
    }

    private static String stem(EnglishStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
