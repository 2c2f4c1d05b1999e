package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of a column when its meaning is judged.
 *
 * @param values different ones, spread over the column; none of them cut
 * @param averageLength in characters; NaN: not known
 * @param key whether it alone identifies a row
 */
public record Evidence(
        String table,
        String column,
        TypeFamily family,
        List<String> values,
        double averageLength,
        boolean key) {

    public Evidence {
        values = values.stream().filter(value -> !value.isBlank()).toList();
    }

    boolean isText() {
        return family == TypeFamily.TEXT;
    }

    boolean isNumber() {
        return family == TypeFamily.INTEGER
                || family == TypeFamily.DECIMAL
                || family == TypeFamily.FLOAT
                || family == TypeFamily.MONEY;
    }

    boolean hasValues() {
        return !values.isEmpty();
    }

    /** The share of the values of which this is true; 0 where there are none. */
    double share(Predicate<String> predicate) {
        return values.isEmpty()
                ? 0
                : (double) values.stream().map(String::strip).filter(predicate).count()
                        / values.size();
    }

    boolean columnSays(Set<String> words) {
        return says(column, words);
    }

    boolean tableSays(Set<String> words) {
        return says(table, words);
    }

    /** Whether one of the words, or two neighbours run together, is part of the name. */
    private static boolean says(String name, Set<String> words) {
        List<String> parts = words(name);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (words.contains(part)
                    || words.contains(singular(part))
                    || (i > 0 && words.contains(parts.get(i - 1) + part))) {
                return true;
            }
        }
        return false;
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String spaced =
                name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2")
                        .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2");
        for (String word : spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
