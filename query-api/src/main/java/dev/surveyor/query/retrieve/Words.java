package dev.surveyor.query.retrieve;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Takes names and questions apart into words that can be compared: at signs, between letters and
 * digits, where names change case; without the words that say nothing.
 */
final class Words {

    /** More of a question than this is no question; more of a name no name. */
    private static final int WORDS_MAX = 200;

    private static final int LENGTH_MAX = 64;

    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{L}&&[^\\p{Lu}]]+|\\p{N}+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** How rows are to be ordered says nothing of which rows. */
    private static final Pattern ORDERING =
            Pattern.compile(
                    "\\b(?:order(?:ed)?|sort(?:ed)?|arranged?) by\\b"
                            + "|\\bin (?:the )?(?:\\w+ )??order(?: of)?\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> EMPTY =
            Set.of(
                    ("a about above after all also am among an and any are as at be been before being"
                                    + " below both but by can could did do does doing done during each either"
                                    + " ever every find for from get give given gives had has have having he"
                                    + " her hers him his how i if in into is it its itself let list listed many"
                                    + " may me might more most much must my neither nor not of off on only or"
                                    + " other others our out over please provide return returned s select"
                                    + " shall she should show shown so some such t tell than that the their"
                                    + " them then there these they this those through to too under up upon us"
                                    + " using very was we were what when where whether which while who whom"
                                    + " whose why will with within without would you your")
                            .split(" "));

    /** Words that say what is to be done with what is meant: they rarely name it. */
    private static final Set<String> ASKING =
            Set.of(
                    ("alphabetical alphabetically ascending average associated belong belonging"
                                    + " between biggest contain containing corresponding count descending"
                                    + " details different distinct entries fewest greatest highest"
                                    + " information kind kinds largest least less lowest max maximum mean"
                                    + " min minimum number numbers respectively smallest sum together total"
                                    + " unique various")
                            .split(" "));

    private Words() {}

    /** The words of a name or a value, in order. */
    static List<Word> of(String text) {
        EnglishStemmer stemmer = new EnglishStemmer();
        return WORD.matcher(text)
                .results()
                .limit(WORDS_MAX)
                .map(MatchResult::group)
                .map(Words::plain)
                .filter(word -> !EMPTY.contains(word))
                .map(word -> word(stemmer, word))
                .toList();
    }

    /** The words of a question, in order, without those that only ask for an order. */
    static List<Word> ofQuestion(String question) {
        return of(ORDERING.matcher(question).replaceAll(" "));
    }

    static boolean onlyAsks(Word word) {
        return ASKING.contains(word.written());
    }

    /** Two words written as one. */
    static Word joined(Word first, Word second) {
        return word(new EnglishStemmer(), first.written() + second.written());
    }

    private static Word word(EnglishStemmer stemmer, String written) {
        stemmer.setCurrent(written);
        stemmer.stem();
        return new Word(stemmer.getCurrent(), written);
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
}
