package dev.surveyor.query.plan.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that a table's or column's name is made of, abbreviations written out. */
public final class NameWords {

    private static final Map<String, String> ABBREVIATIONS = Lexicon.pairs("abbreviations.txt");

    /** Words that others are often run together with, at the end of a name. */
    private static final List<String> TAILS =
            List.of(
                    "name", "code", "date", "type", "number", "count", "time", "year", "num", "no",
                    "id");

    private static final Set<String> EMPTY = Set.of("the", "of", "tbl", "table", "and");

    private NameWords() {}

    /**
     * Splits a name at signs and case, and where known words are run together.
     *
     * @param known words that other names of the same database hold
     */
    public static List<String> of(String name, Set<String> known) {
        List<String> words = new ArrayList<>();
        for (String part : parts(name)) {
            for (String word : apart(part, known)) {
                for (String full : ABBREVIATIONS.getOrDefault(word, word).split(" ", -1)) {
                    if (!EMPTY.contains(full)) {
                        words.add(full);
                    }
                }
            }
        }
        return words.isEmpty() ? parts(name) : words;
    }

    /** The parts that signs and case tell. */
    public static List<String> parts(String name) {
        String spaced =
                name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2")
                        .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
                        .replaceAll("(\\p{L})(\\d)", "$1 $2");
        List<String> parts = new ArrayList<>();
        for (String part : spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static List<String> apart(String part, Set<String> known) {
        if ((part.length() < 5 && !part.endsWith("id")) || Lexicon.isWord(part)) {
            return List.of(part);
        }
        for (int cut = part.length() - 2; cut >= 3; cut--) {
            String head = part.substring(0, cut);
            String tail = part.substring(cut);
            if (isKnown(head, known) && (isKnown(tail, known) || TAILS.contains(tail))) {
                return List.of(head, tail);
            }
        }
        for (String tail : TAILS) {
            if (part.endsWith(tail) && part.length() > tail.length()) {
                return List.of(part.substring(0, part.length() - tail.length()), tail);
            }
        }
        return List.of(part);
    }

    private static boolean isKnown(String word, Set<String> known) {
        return word.length() >= 3 && (known.contains(word) || known.contains(Stems.of(word)));
    }
}
