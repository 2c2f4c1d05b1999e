package dev.surveyor.eval.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits names and sentences into words: at case, digits and whatever is neither; in lower case,
 * without a plural's s, without the commonest small words.
 */
final class Words {

    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{L}&&[^\\p{Lu}]]+|\\p{N}+");

    private static final Set<String> STOP_WORDS =
            Set.of("a", "an", "and", "are", "for", "in", "is", "of", "on", "or", "the", "to");

    private static final int PLURAL_LENGTH_MIN = 4;

    private Words() {}

    static List<String> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !STOP_WORDS.contains(word))
                .map(Words::singular)
                .toList();
    }

    private static String singular(String word) {
        return word.length() >= PLURAL_LENGTH_MIN && word.endsWith("s")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
